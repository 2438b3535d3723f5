import { launch } from './launch';

launch('production');
