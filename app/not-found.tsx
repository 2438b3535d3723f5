import type { Metadata } from 'next';
import { NothingHere } from '@/components/layout/nothing-here';
import { Shell } from './shell';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Shell>
      <NothingHere />
    </Shell>
  );
}
