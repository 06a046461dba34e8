#!/usr/bin/env bash
# lettuce 7.7.0 and 6.6.0, RedisURI.create and a user name with a colon, needs bash, Java 17 and Maven.
#
# Guess (as RFC 3986 has it; its code says otherwise, and this was written after reading that): of redis://team%3Ashop:pw@host the user is "team:shop" and the password "pw", since the border between them is the colon
# that is not encoded; redis-py, ioredis and go-redis read it so.
# Seen: the user is "team" and the password "shop:pw". lettuce takes the user info from java.net.URI, which has decoded it, and
# splits it then. No way of encoding helps: %253A stays "%3A". ACL users may have such names; no other character moves the border.
# What it means for this project: URLs that authors give are read by code of our own; connecting.md tells users of lettuce to give
# the parts of such a login; PublishedSecretsRedisTest fails when lettuce reads it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cat >Read.java <<'X'
import io.lettuce.core.*;

class Read {
    public static void main(String[] arguments) {
        for (String user : new String[] {"team%3Ashop", "team%253Ashop", "t%40e%2Fa%25m"}) {
            RedisCredentials read = RedisURI.create("redis://" + user + ":pw@host").getCredentialsProvider()
                    .resolveCredentials().block();
            System.out.println(user + ": " + read.getUsername() + " and " + new String(read.getPassword()));
        }
    }
}
X
for version in 6.6.0.RELEASE 7.7.0.RELEASE; do
  cat >pom.xml <<X
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>io.lettuce</groupId><artifactId>lettuce-core</artifactId><version>$version</version></dependency>
</dependencies></project>
X
  mvn -q -B -ntp dependency:copy-dependencies "-DoutputDirectory=$version" >/dev/null
  seen=$(java -cp "$version/*" Read.java 2>/dev/null)
  printf '%s\n' "$version" "$seen"
  has() { grep -qxF "$1" <<<"$seen" || { echo "$2" >&2; exit 1; }; }
  has 'team%3Ashop: team and shop:pw' "a colon is read otherwise now"
  has 'team%253Ashop: team%3Ashop and pw' "a colon that is encoded twice is read otherwise now"
  has 't%40e%2Fa%25m: t@e/a%m and pw' "other characters are read otherwise now"
done
echo "as seen"
