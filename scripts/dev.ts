import { launch } from './launch';

launch('development');
