{{/* The name of all objects: the release's, with the chart's in it. */}}
{{- define "cacheward.name" -}}
{{- $release := contains .Chart.Name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name .Chart.Name) -}}
{{- default $release .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- end -}}

{{- define "cacheward.serviceAccount" -}}
{{- default (.Values.serviceAccount.create | ternary (include "cacheward.name" .) "default") .Values.serviceAccount.name -}}
{{- end -}}

{{- define "cacheward.image" -}}
{{- with .Values.image -}}
{{- .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ default $.Chart.AppVersion .tag }}{{ end }}
{{- end -}}
{{- end -}}

{{/* What never changes. The name is that which the network policies of profiles let in: no release may have another. */}}
{{- define "cacheward.selector" -}}
app.kubernetes.io/name: cacheward
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* Labels of an object; the chart's own win. */}}
{{- define "cacheward.labels" -}}
{{- $own := include "cacheward.selector" . | fromYaml -}}
{{- $own = set $own "app.kubernetes.io/version" .Chart.AppVersion -}}
{{- toYaml (merge $own .Values.labels) -}}
{{- end -}}

{{/* The beginning of an object's metadata: labels, and annotations if there are any. */}}
{{- define "cacheward.metadata" -}}
labels:
  {{- include "cacheward.labels" . | nindent 2 }}
{{- with .Values.annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
