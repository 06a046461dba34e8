{{- define "cacheward.pod" -}}
serviceAccountName: {{ include "cacheward.serviceAccount" . | quote }}
automountServiceAccountToken: true
enableServiceLinks: false
terminationGracePeriodSeconds: 30
{{- with include "cacheward.pullSecrets" . }}
imagePullSecrets:
  {{- . | nindent 2 }}
{{- end }}
{{- if has false (list .Values.hostUsers) }}
hostUsers: false
{{- end }}
{{- with .Values.dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- $selector := dict "labelSelector" (dict "matchLabels" (include "cacheward.selector" $ | fromYaml)) }}
  {{- range . }}
  - {{- toYaml . | nindent 4 }}
    {{- if not (hasKey . "labelSelector") }}
    {{- toYaml $selector | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- if not .Values.platformUid }}
  runAsUser: 65532
  runAsGroup: 65532
  {{- end }}
  seccompProfile: {type: RuntimeDefault}
containers:
  - name: operator
    image: {{ include "cacheward.image" . | quote }}
    imagePullPolicy: {{ .Values.image.pullPolicy }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: {drop: [ALL]}
    {{- with .command }}
    args: {{ toJson . }}
    {{- end }}
    env:
      {{- include "cacheward.allEnv" . | nindent 6 }}
    {{- if not .command }}
    ports:
      - {name: http, containerPort: {{ .Values.httpPort }}}
    {{- if .Values.probes }}
    # At most two minutes to start on a busy node; then a pod that hangs for half a minute is started anew.
    startupProbe: {httpGet: {path: /startupz, port: http}, periodSeconds: 2, failureThreshold: 60}
    livenessProbe: {httpGet: {path: /livez, port: http}, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3}
    readinessProbe: {httpGet: {path: /readyz, port: http}, periodSeconds: 5, timeoutSeconds: 5}
    {{- end }}
    {{- end }}
    resources:
      {{- toYaml .Values.resources | nindent 6 }}
    volumeMounts:
      - {name: tmp, mountPath: /tmp}
volumes:
  # What the JVM leaves when it crashes, and where jcmd meets it.
  - {name: tmp, emptyDir: {sizeLimit: 64Mi}}
{{- end -}}
