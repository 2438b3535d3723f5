import { randomBytes } from 'node:crypto';
import { organizationMembers } from '@/db/schema';
import type { OrganizationRole } from '@/lib/accounts/organizations/rules';
import { checkBuild } from '@/lib/publishing/builds/check-build';
import { createUpload } from '@/lib/publishing/builds/create-upload';
import { receiveChunk } from '@/lib/publishing/builds/receive-chunk';
import type { Build } from '@/lib/publishing/builds/schema';
import { storage } from '@/lib/storage/storage';
import { apk, sha256 } from './builds';
import type { TestDatabase } from './database';
import { createActor, createApp, createOrganization, createVersion } from './factories';

export const noFile = { sizeBytes: 0, sha256: null, storageKey: null, fileName: null, contentType: null };

/** An organisation with an app that is out, the next version of which waits for its build. */
export async function uploadScene(database: TestDatabase, version: Parameters<typeof createVersion>[2] = {}) {
  const { db } = database;
  const owner = await createActor(db);
  const organization = await createOrganization(db, { ownerId: owner.userId });
  const { app } = await createApp(db, { organizationId: organization.id, platforms: ['android'] });
  const next = await createVersion(db, app, {
    version: '1.1.0',
    platform: 'android',
    state: 'draft',
    releasedAt: null,
    ...noFile,
    ...version,
  });
  const refs = { id: app.id, version: next.id };
  const ctx = database.ctx({ actor: owner });

  return {
    app,
    organization,
    owner,
    ctx,
    refs,
    versionId: next.id,
    /** An APK of this app and version; `sizeBytes` of something that does not compress. */
    build: (sizeBytes = 2000) =>
      apk({ packageName: app.bundleId, versionName: next.version }, { 'assets/data.bin': randomBytes(sizeBytes) }),
    /** Another member, with that role. */
    async member(role: OrganizationRole) {
      const actor = await createActor(db);
      await db
        .insert(organizationMembers)
        .values({ organizationId: organization.id, userId: actor.userId, role, createdAt: new Date() });
      return database.ctx({ actor });
    },
    async begin(bytes: Uint8Array, fileName = 'app.apk') {
      const { build } = await createUpload(ctx, refs, { fileName, sizeBytes: bytes.length, sha256: sha256(bytes) });
      return build;
    },
    send: (build: Build, bytes: Uint8Array, start = 0, end = bytes.length) =>
      receiveChunk(ctx, { ...refs, upload: build.id }, pieceOf(bytes, start, end)),
    /** The whole way of a file, up to what the store says of it. */
    async upload(bytes: Uint8Array, fileName?: string) {
      const build = await this.begin(bytes, fileName);
      await this.send(build, bytes);
      await checkBuild(database.ctx({ actor: { kind: 'system', job: 'test' } }), build.id);
      return this.state(build.id);
    },
    async state(buildId: string) {
      const [build] = await database.sql`
        select state, problem, facts, storage_key, received_bytes::int as received_bytes from builds where id = ${buildId}`;
      const [version] = await database.sql`
        select state, size_bytes::int as size_bytes, sha256, storage_key, file_name, content_type
        from app_versions where id = ${next.id}`;
      return { build: build ?? {}, version: version ?? {} };
    },
    /** Files in storage that belong to an upload or to this app's builds. */
    async files(buildId: string) {
      const found: string[] = [];
      for (const folder of [`uploads/${buildId}`, `builds/${app.id}`]) {
        for await (const { key } of storage().list(folder)) found.push(key);
      }
      return found;
    },
  };
}

export const pieceOf = (bytes: Uint8Array, start = 0, end = bytes.length) => ({
  contentRange: `bytes ${start}-${end - 1}/${bytes.length}`,
  body: new Response(new Uint8Array(bytes.subarray(start, end))).body,
});
