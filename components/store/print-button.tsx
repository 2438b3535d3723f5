'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';

export function PrintButton() {
  return (
    <Button tone="soft" className="h-11 rounded-pill px-5 no-script:hidden print:hidden" onClick={() => window.print()}>
      <Printer className="size-4.5" aria-hidden="true" />
      Print
    </Button>
  );
}
