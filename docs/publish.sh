#!/bin/sh
# Publishes a new version of an app, for example from CI:
#
#   POMONA_URL=https://store.example POMONA_KEY=pk_... \
#     sh publish.sh org.example.app linux 1.4.0 build/app.AppImage "What is new"
#
# The key needs the scopes `read` and `release`. Needs curl, sha256sum and the usual small tools. It may be run again
# after whatever interrupted it: the version is taken up where it is, and the upload goes on where it broke off.
set -eu
app=$1 platform=$2 version=$3 file=$4 notes=${5:-}
versions=$POMONA_URL/api/v1/console/apps/$app/versions
type='Content-Type: application/json'

call() { curl -sS --fail-with-body --retry 5 --retry-connrefused -H "Authorization: Bearer $POMONA_KEY" "$@"; }
text() { printf '%s' "$1" | sed ':a;$!{N;ba};s/\\/\\\\/g;s/"/\\"/g;s/\t/\\t/g;s/\r//g;s/\n/\\n/g'; }
member() { grep -o "\"$1\":\"*[^\",}]*" | head -n 1 | sed 's/.*:"*//'; }

size=$(wc -c <"$file" | tr -d ' ')
sha256=$(sha256sum "$file" | cut -d ' ' -f 1)

# 1. A version; `automatic` releases it as soon as it is approved.
call "$versions/$version" >/dev/null 2>&1 ||
  call "$versions" -H "$type" -d "{\"version\":\"$version\",\"platform\":\"$platform\",\"releaseNotes\":\"$(text "$notes")\",\"releaseMode\":\"automatic\"}" >/dev/null

# 2. Its build, in pieces of 8 MiB.
upload=$(call "$versions/$version/uploads" -H "$type" -d "{\"fileName\":\"$(text "$(basename "$file")")\",\"sizeBytes\":$size,\"sha256\":\"$sha256\"}" | member id)
while start=$(call "$versions/$version/uploads/$upload" | member receivedBytes) && [ "$start" -lt "$size" ]; do
  end=$((start + 8388608 < size ? start + 8388608 : size))
  tail -c "+$((start + 1))" "$file" | head -c "$((end - start))" |
    call -X PUT "$versions/$version/uploads/$upload" -H 'Content-Type: application/octet-stream' \
      -H "Content-Range: bytes $start-$((end - 1))/$size" --data-binary @- >/dev/null || sleep 1
done

# 3. The store looks into it.
while state=$(call "$versions/$version" | member state) && [ "$state" = processing ]; do sleep 1; done
[ "$state" = draft ] || { call "$versions/$version/uploads/$upload" && echo && exit 1; }

# 4. Hand it in.
call -X POST "$versions/$version/submit" -H "$type" -d '{}' | member state
