{{/* The alias by which another chart has this one as a dependency; empty if it has no alias. */}}
{{- define "cacheward.alias" -}}
{{- if ne .Chart.Name "cacheward" -}}
{{- .Chart.Name | lower | replace "_" "-" -}}
{{- end -}}
{{- end -}}

{{/*
The name of all objects: the release's, with the chart's in it. A Service's has to begin with a letter, and has no dot. An alias is
always added: one release may have this chart under several.
*/}}
{{- define "cacheward.name" -}}
{{- $chart := coalesce .Values.nameOverride (include "cacheward.alias" .) .Chart.Name -}}
{{- $release := .Release.Name -}}
{{- if or (not (contains $chart $release)) (and (include "cacheward.alias" .) (not .Values.nameOverride)) -}}
{{- $release = printf "%s-%s" $release $chart -}}
{{- end -}}
{{- $named := regexMatch "^[0-9]" $release | ternary (printf "%s-%s" $chart .Release.Name) $release -}}
{{- default $named .Values.fullnameOverride | replace "." "-" | trunc 52 | trimSuffix "-" -}}
{{- end -}}

{{/*
The name of an object outside of the release's namespace, where other releases have objects too. It holds the namespace after a dot,
which no other name has, unless release and namespace have one name. Called with a list of the root and what follows the name.
*/}}
{{- define "cacheward.outerName" -}}
{{- $root := first . -}}
{{- $name := include "cacheward.name" $root -}}
{{- $name }}{{ last . }}{{ if ne $name $root.Release.Namespace }}.{{ $root.Release.Namespace }}{{ end }}
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
{{- if not .repository -}}
{{- fail "image.repository is needed: the name of the operator's image in your registry, such as registry.example.com/cacheward. No image is published; install.md, The image, says how to build and push it" -}}
{{- end -}}
{{- include "cacheward.fromRegistry" (list $ .repository) }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ default $.Chart.AppVersion .tag }}{{ end }}
{{- end -}}
{{- end -}}

{{/* An image by way of global.imageRegistry, if that is set: it takes the place of a registry that the image names. */}}
{{- define "cacheward.fromRegistry" -}}
{{- $registry := (((first .).Values.global).imageRegistry) | default "" | trimSuffix "/" -}}
{{- $image := last . -}}
{{- if or (not $registry) (hasPrefix (print $registry "/") $image) -}}
{{- $image -}}
{{- else -}}
{{- printf "%s/%s" $registry (regexReplaceAll "^([^/]*[.:][^/]*|localhost)/" $image "") -}}
{{- end -}}
{{- end -}}

{{/* The image of the Redis of profiles that name none. */}}
{{- define "cacheward.redisImage" -}}
{{- include "cacheward.fromRegistry" (list . (include "cacheward.profileDefaults.image" .)) -}}
{{- end -}}

{{/* Secrets for pulling images, with those that are global, each once; empty if there are none. */}}
{{- define "cacheward.pullSecrets" -}}
{{- $secrets := list -}}
{{- range concat (((.Values.global).imagePullSecrets) | default list) (.Values.imagePullSecrets | default list) -}}
{{- $secrets = append $secrets (kindIs "string" . | ternary (dict "name" .) .) -}}
{{- end -}}
{{- with uniq $secrets -}}
{{- toYaml . -}}
{{- end -}}
{{- end -}}

{{/* What never changes. The name is that which the network policies of profiles let in: no release may have another. */}}
{{- define "cacheward.selector" -}}
app.kubernetes.io/name: cacheward
app.kubernetes.io/instance: {{ include "cacheward.instance" . | quote }}
{{- end -}}

{{/* The release, or one of several in it: neither may select the pods of the other. */}}
{{- define "cacheward.instance" -}}
{{- include "cacheward.alias" . | empty | ternary .Release.Name (include "cacheward.name" .) -}}
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
app.kubernetes.io/instance: {{ include "cacheward.instance" . | quote }}
{{- end -}}

{{/* Who the operator is, for a RoleBinding. */}}
{{- define "cacheward.subject" -}}
{{- toJson (dict "kind" "ServiceAccount" "name" (include "cacheward.serviceAccount" .) "namespace" .Release.Namespace) -}}
{{- end -}}
