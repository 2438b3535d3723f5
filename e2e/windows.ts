import type { Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './fixtures';

/** From the smallest phone to a wide screen; 720 × 450 is a laptop at 200%. */
const WINDOWS = [
  { width: 320, height: 640, colorScheme: 'light', isTouched: true },
  { width: 360, height: 780, colorScheme: 'dark', isTouched: true, isJudged: true },
  { width: 768, height: 1024, colorScheme: 'light', isTouched: true },
  { width: 720, height: 450, colorScheme: 'light' },
  { width: 1920, height: 1080, colorScheme: 'dark' },
  { width: 1440, height: 900, colorScheme: 'light', isJudged: true },
] as const;

/** The open page in one window after the other, which is quicker than opening it anew in each: nothing scrolls sideways or has a serious accessibility finding. */
export async function expectFitsEveryWindow(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page);
  for (const { width, height, colorScheme, ...how } of WINDOWS) {
    await devices.send('Emulation.setTouchEmulationEnabled', { enabled: 'isTouched' in how });
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await expectNoSidewaysScroll(page);
    if ('isJudged' in how) await expectNoAxeViolations(page);
  }
  await devices.detach();
}
