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
  value: {{ .Values.redis.image | quote }}
- name: CACHEWARD_REDIS_RUN_AS
  value: {{ .Values.platformUid | ternary "platform" (.Values.redis.runAs | int64 | toString) | quote }}
- name: CACHEWARD_LOOK_SECONDS
  value: {{ .Values.lookSeconds | int64 | quote }}
- name: CACHEWARD_LOG_LEVEL
  value: {{ .Values.log.level | quote }}
- name: CACHEWARD_LOG_FORMAT
  value: {{ .Values.log.format | quote }}
- name: CACHEWARD_LEADER_ELECTION
  value: {{ .Values.leaderElection.enabled | quote }}
- name: CACHEWARD_HTTP_PORT
  value: {{ .Values.httpPort | int64 | quote }}
{{- with .Values.jvmOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
