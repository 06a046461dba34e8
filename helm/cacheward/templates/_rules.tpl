{{/* What the operator needs where it looks after resources, one rule a purpose. */}}
{{- define "cacheward.rules" -}}
# The wishes; patch is for the finalizer that outlives a Merge target.
- apiGroups: [cacheward.dev]
  resources: [cacheprofiles, ratelimitpolicies]
  verbs: [get, list, watch, patch]
- apiGroups: [cacheward.dev]
  resources: [cacheprofiles/status, ratelimitpolicies/status]
  verbs: [patch]
# The Redis and its connection; delete is for a profile that moves to a Redis of somebody else, all else is garbage collected.
- apiGroups: [apps]
  resources: [statefulsets]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [""]
  resources: [services, serviceaccounts, secrets]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [""]
  resources: [persistentvolumeclaims]
  verbs: [get, list, watch, create, patch{{ if .Values.rbac.deleteVolumeClaims }}, delete{{ end }}]
# What may be taken away while the owner lives: delivery, trial pods, network policies.
- apiGroups: [""]
  resources: [configmaps, pods]
  verbs: [get, list, watch, create, patch, delete]
# Other CPU and memory for a server that runs.
- apiGroups: [""]
  resources: [pods/resize]
  verbs: [patch]
- apiGroups: [networking.k8s.io]
  resources: [networkpolicies]
  verbs: [get, list, watch, create, patch, delete]
# The certificate that cert-manager makes for a Redis.
- apiGroups: [cert-manager.io]
  resources: [certificates]
  verbs: [get, create, patch, delete]
{{- if .Values.rbac.restart }}
# The applications that spec.restart names.
- apiGroups: [apps]
  resources: [deployments, daemonsets]
  verbs: [get, patch]
{{- end }}
# News of the resources; one that comes again is counted in the Event that is there.
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [get, create, patch]
{{- end -}}
