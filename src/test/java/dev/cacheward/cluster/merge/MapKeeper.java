package dev.cacheward.cluster.merge;

/** The ways in which tools set a key of a ConfigMap named {@code app}, and change it later. */
enum MapKeeper {
    HELM_4("apply", "--server-side", "--field-manager=helm"),
    KUBECTL_APPLY("apply"),
    KUBECTL_APPLY_SERVER_SIDE("apply", "--server-side"),
    FLUX("apply", "--server-side", "--force-conflicts", "--field-manager=kustomize-controller"),
    ARGO_CD("apply", "--field-manager=argocd-controller"),
    ARGO_CD_SERVER_SIDE("apply", "--server-side", "--force-conflicts", "--field-manager=argocd-controller"),
    KUBECTL_EDIT("edit") {
        @Override
        void update(KubectlAndHelm tools, String from, String to) {
            tools.kubectlEdit("configmap/app", "s," + from + "," + to + ",");
        }
    },
    /** Helm 3 sends the difference between two versions of its chart as a patch. */
    HELM_3("patch", "--field-manager=helm") {
        @Override
        void update(KubectlAndHelm tools, String from, String to) {
            tools.kubectl(
                    "patch",
                    "configmap",
                    "app",
                    "--field-manager=helm",
                    "-p",
                    "{\"data\":{\"RATE_LIMIT_QUERY\":\"" + to + "\"}}");
        }
    };

    private final String[] command;

    MapKeeper(String... command) {
        this.command = command;
    }

    /** Makes the map with LOG and RATE_LIMIT_QUERY. */
    void create(KubectlAndHelm tools, String limit) {
        if (command[0].equals("apply")) {
            apply(tools, limit);
        } else {
            tools.kubectlWithFile(map(limit), "create", "-f");
        }
    }

    /** Changes RATE_LIMIT_QUERY; fails where the API server refuses it. */
    void update(KubectlAndHelm tools, String from, String to) {
        apply(tools, to);
    }

    private void apply(KubectlAndHelm tools, String limit) {
        String[] arguments = new String[command.length + 1];
        System.arraycopy(command, 0, arguments, 0, command.length);
        arguments[command.length] = "-f";
        tools.kubectlWithFile(map(limit), arguments);
    }

    private static String map(String limit) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, data: {LOG: info, RATE_LIMIT_QUERY: " + limit
                + "}}";
    }
}
