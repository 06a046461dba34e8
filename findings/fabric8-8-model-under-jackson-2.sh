#!/usr/bin/env bash
# fabric8 kubernetes-model 8.0.0, written by a Jackson 2 mapper, needs bash, a JDK of 17 or later and Maven.
#
# Guess: version 8 moved to Jackson 3 (tools.jackson), so code that still gives its objects to a Jackson 2 ObjectMapper fails, at
# compile time or with an exception. With 7.8.0 it writes the JSON of the API.
# Seen: it compiles and runs, and nearly all is right, since Jackson 3 reads the same annotations package for names and inclusion.
# Only the types with a serializer of their own come out as plain beans: a Quantity as {"amount":"100","format":"m"} instead of
# "100m", an IntOrString as {"value":8080} or the like instead of 8080. The API server refuses such an object, and a hash or a
# comparison of it changes without a word.
# What it means for this project: everything that is hashed or compared goes through the client's own serialization.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

cat >"$tmp/Main.java" <<'X'
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.*;
import java.util.Map;

public class Main {
    public static void main(String[] args) throws Exception {
        ObjectMapper jackson2 = new ObjectMapper();
        System.out.println(jackson2.writeValueAsString(new ResourceRequirementsBuilder()
                .withLimits(Map.of("cpu", new Quantity("100m")))
                .build()));
        System.out.println(jackson2.writeValueAsString(new ServicePortBuilder()
                .withPort(80)
                .withTargetPort(new IntOrString(8080))
                .build()));
    }
}
X
# written_by VERSION: what the model of that version looks like.
written_by() {
  cat >"$tmp/pom.xml" <<X
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.fabric8</groupId><artifactId>kubernetes-model-core</artifactId><version>$1</version></dependency>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.21.4</version></dependency>
  </dependencies>
</project>
X
  mvn -B -ntp -q -f "$tmp/pom.xml" dependency:build-classpath "-Dmdep.outputFile=$tmp/classpath" >/dev/null
  java -cp "$(cat "$tmp/classpath")" "$tmp/Main.java"
}
before=$(written_by 7.8.0)
after=$(written_by 8.0.0)
printf '7.8.0:\n%s\n8.0.0:\n%s\n' "$before" "$after"
grep -qF '"cpu":"100m"' <<<"$before" && grep -qF '"targetPort":8080' <<<"$before" || { echo "7.8.0 writes otherwise now" >&2; exit 1; }
grep -qF '"cpu":{"amount":"100","format":"m"' <<<"$after" || { echo "8.0.0 writes a Quantity otherwise now" >&2; exit 1; }
grep -qF '"targetPort":{' <<<"$after" || { echo "8.0.0 writes an IntOrString otherwise now" >&2; exit 1; }
echo "as seen"
