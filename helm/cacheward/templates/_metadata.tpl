{{/*
Labels and annotations of an object. What is the chart's own wins over what a value gives to objects of this kind, and that over
what is given to all. Called with the root, or with a dict of
  root
  ownLabels, ownAnnotations    the chart's, beside those that every object has
  labels, annotations          from values for this kind of object
*/}}
{{- define "cacheward.metadata" -}}
{{- $root := default . .root -}}
{{- $values := $root.Values -}}
{{- $version := dict "app.kubernetes.io/version" $root.Chart.AppVersion -}}
{{- $always := merge $version (include "cacheward.selector" $root | fromYaml) -}}
labels:
  {{- include "cacheward.layers" (list $values.labels $values.commonLabels .labels $always .ownLabels) | nindent 2 }}
{{- with include "cacheward.layers" (list $values.annotations $values.commonAnnotations .annotations .ownAnnotations) }}
annotations:
  {{- . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The same for a pod, called with a dict: podLabels and podAnnotations are what is given to this kind. */}}
{{- define "cacheward.podMetadata" -}}
{{- $pods := dict "labels" .root.Values.podLabels "annotations" .root.Values.podAnnotations -}}
{{- include "cacheward.metadata" (merge (dict) . $pods) -}}
{{- end -}}

{{/* Annotations of an object that Helm makes in passing, called with its event, weight and the events at which it is deleted. */}}
{{- define "cacheward.hook" -}}
helm.sh/hook: {{ index . 0 }}
helm.sh/hook-weight: {{ index . 1 | quote }}
helm.sh/hook-delete-policy: {{ index . 2 }}
{{- end -}}
