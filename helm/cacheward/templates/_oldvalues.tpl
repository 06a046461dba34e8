{{/*
Values that have a new name, with the old name, which still works in this version. If both are set, the one counts that differs from
the default: that the new one was set to its default cannot be seen. It may also be absent, since helm upgrade --reuse-values brings
the values of the version before and no new ones.
*/}}
{{- define "cacheward.oldValues" -}}
lookSeconds: reconcileIntervalSeconds
releaseOnUninstall: cleanupOnUninstall
redis.image: profileDefaults.image
labels: commonLabels
annotations: commonAnnotations
{{- end -}}

{{- define "cacheward.reconcileIntervalSeconds" -}}
{{- $seconds := default 60 .Values.reconcileIntervalSeconds | int64 -}}
{{- eq $seconds 60 | ternary (default 60 .Values.lookSeconds | int64) $seconds -}}
{{- end -}}

{{- define "cacheward.profileDefaults.image" -}}
{{- $default := "docker.io/library/redis:8.0.6" -}}
{{- $image := default $default ((.Values.profileDefaults).image) -}}
{{- eq $image $default | ternary (default $default .Values.redis.image) $image -}}
{{- end -}}

{{/* For an if: empty means no. */}}
{{- define "cacheward.cleanupOnUninstall" -}}
{{- if not (has false (list .Values.cleanupOnUninstall .Values.releaseOnUninstall)) -}}
true
{{- end -}}
{{- end -}}
