import type { Theme } from '@/components/layout/theme-switch';

export const themeOf = (kept: string | undefined): Theme => (kept === 'light' || kept === 'dark' ? kept : 'system');
