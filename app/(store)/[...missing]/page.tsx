import { Missing, missingMetadata } from '../../missing';

export const metadata = missingMetadata;

/** Whatever no other page answers. */
export default async function MissingPage({ params }: { params: Promise<{ missing: string[] }> }) {
  return <Missing kind="page" address={(await params).missing.join('/')} />;
}
