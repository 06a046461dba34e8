{{/* The operator's settings as environment variables. */}}
{{- define "cacheward.env" -}}
- name: CACHEWARD_NAMESPACE
  valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
- name: CACHEWARD_POD_NAME
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
{{- with .Values.watchNamespaces }}
- name: CACHEWARD_NAMESPACES
  value: {{ join "," . | quote }}
{{- end }}
- name: CACHEWARD_REDIS_IMAGE
  value: {{ include "cacheward.redisImage" . | quote }}
{{- with include "cacheward.profileDefaults" . }}
- name: CACHEWARD_PROFILE_DEFAULTS
  value: {{ . | quote }}
{{- end }}
- name: CACHEWARD_REDIS_RUN_AS
  value: {{ .Values.platformUid | ternary "platform" (.Values.redis.runAs | int64 | toString) | quote }}
- name: CACHEWARD_REDIS_TIMEOUT_SECONDS
  value: {{ .Values.redis.timeoutSeconds | int64 | quote }}
{{- with .Values.clusterDomain }}
- name: CACHEWARD_CLUSTER_DOMAIN
  value: {{ . | quote }}
{{- end }}
{{- with .Values.podTemplate.allowedPrefixes }}
- name: CACHEWARD_POD_KEY_PREFIXES
  value: {{ join "," . | quote }}
{{- end }}
{{- with .Values.bounds.ttl.min }}
- name: CACHEWARD_TTL_MIN
  value: {{ . | quote }}
{{- end }}
{{- with .Values.bounds.ttl.max }}
- name: CACHEWARD_TTL_MAX
  value: {{ . | quote }}
{{- end }}
{{- with .Values.bounds.rates.maxPerMinute }}
- name: CACHEWARD_RATES_MAX_PER_MINUTE
  value: {{ . | int64 | quote }}
{{- end }}
- name: CACHEWARD_EXTERNAL_ALLOWED_HOSTS
  value: {{ join "," .Values.external.allowedHosts | default "none" | quote }}
- name: CACHEWARD_RECONCILE_INTERVAL_SECONDS
  value: {{ include "cacheward.reconcileIntervalSeconds" . | quote }}
- name: CACHEWARD_LOG_LEVEL
  value: {{ .Values.log.level | quote }}
- name: CACHEWARD_LOG_FORMAT
  value: {{ .Values.log.format | quote }}
- name: CACHEWARD_LEADER_ELECTION
  value: {{ .Values.leaderElection.enabled | quote }}
- name: CACHEWARD_LEASE
  value: {{ include "cacheward.name" . | quote }}
- name: CACHEWARD_HTTP_PORT
  value: {{ .Values.httpPort | int64 | quote }}
{{- with .Values.jvmOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- end -}}

{{/* What the operator's setting has of profileDefaults, as JSON; empty if nothing is set. The image has a setting of its own. */}}
{{- define "cacheward.profileDefaults" -}}
{{- $set := dict -}}
{{- range $field, $value := omit (.Values.profileDefaults | default dict) "image" "persistence" -}}
{{- if $value -}}
{{- $_ := set $set $field $value -}}
{{- end -}}
{{- end -}}
{{- with (((.Values.profileDefaults).persistence).storageClassName) -}}
{{- $_ := set $set "persistence" (dict "storageClassName" .) -}}
{{- end -}}
{{- with $set -}}
{{- toJson . -}}
{{- end -}}
{{- end -}}

{{/* All variables. One that is there twice is refused by a server-side apply, and of a client-side apply's one is lost. */}}
{{- define "cacheward.allEnv" -}}
{{- $own := include "cacheward.env" . -}}
{{- $names := list -}}
{{- range $own | fromYamlArray -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- range .Values.extraEnv -}}
{{- if has .name $names -}}
{{- printf "extraEnv: %s is there already: it is named twice, or has a value of the chart of its own" .name | fail -}}
{{- end -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- $own -}}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
