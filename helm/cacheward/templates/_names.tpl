{{/* The name of all objects: the release's, with the chart's in it. A Service's has to begin with a letter, and has no dot. */}}
{{- define "cacheward.name" -}}
{{- $release := contains .Chart.Name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name .Chart.Name) -}}
{{- $named := regexMatch "^[0-9]" $release | ternary (printf "%s-%s" .Chart.Name .Release.Name) $release -}}
{{- default $named .Values.fullnameOverride | replace "." "-" | trunc 52 | trimSuffix "-" -}}
{{- end -}}

{{- define "cacheward.serviceAccount" -}}
{{- with .Values.serviceAccount -}}
{{- if and $.Values.rbac.create (not .create) (not .name) -}}
{{- fail "serviceAccount.create=false needs serviceAccount.name: else every pod that names no account would have the operator's rights, by that of the name default" -}}
{{- end -}}
{{- default (.create | ternary (include "cacheward.name" $) "default") .name -}}
{{- end -}}
{{- end -}}

{{- define "cacheward.image" -}}
{{- with .Values.image -}}
{{- .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ default $.Chart.AppVersion .tag }}{{ end }}
{{- end -}}
{{- end -}}

{{/* What never changes. The name is that which the network policies of profiles let in: no release may have another. */}}
{{- define "cacheward.selector" -}}
app.kubernetes.io/name: cacheward
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{/* One of several maps; where two have a key, the later wins. */}}
{{- define "cacheward.layers" -}}
{{- $all := dict -}}
{{- range . -}}
{{- range $key, $value := . -}}
{{- $_ := set $all $key $value -}}
{{- end -}}
{{- end -}}
{{- with $all -}}
{{- toYaml . -}}
{{- end -}}
{{- end -}}

{{/* The pods of the Job at the end: not the Deployment's, which it waits to see gone. Other people's policies may select by it. */}}
{{- define "cacheward.cleanupSelector" -}}
app.kubernetes.io/name: cacheward-release
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{/* Who the operator is, for a RoleBinding. */}}
{{- define "cacheward.subject" -}}
{{- toJson (dict "kind" "ServiceAccount" "name" (include "cacheward.serviceAccount" .) "namespace" .Release.Namespace) -}}
{{- end -}}
