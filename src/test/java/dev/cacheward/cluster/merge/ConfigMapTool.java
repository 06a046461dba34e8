package dev.cacheward.cluster.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ways in which people keep a ConfigMap named {@code app}, whose one key is LOG. */
enum ConfigMapTool {
    KUBECTL_APPLY {
        @Override
        void create(KubectlAndHelm tools, Path folder) {
            tools.kubectlWithFile(map("info"), "apply", "-f");
        }

        @Override
        void update(KubectlAndHelm tools, Path folder) {
            tools.kubectlWithFile(map("debug"), "apply", "-f");
        }
    },
    KUBECTL_APPLY_SERVER_SIDE {
        @Override
        void create(KubectlAndHelm tools, Path folder) {
            tools.kubectlWithFile(map("info"), "apply", "--server-side", "-f");
        }

        @Override
        void update(KubectlAndHelm tools, Path folder) {
            tools.kubectlWithFile(map("debug"), "apply", "--server-side", "-f");
        }
    },
    KUBECTL_EDIT {
        @Override
        void create(KubectlAndHelm tools, Path folder) {
            tools.kubectl("create", "configmap", "app", "--from-literal=LOG=info");
        }

        @Override
        void update(KubectlAndHelm tools, Path folder) {
            tools.kubectlEdit("configmap/app", "s/info/debug/");
        }
    },
    /** Its file knows nothing of our keys, so each replace takes them away. */
    KUBECTL_REPLACE {
        @Override
        void create(KubectlAndHelm tools, Path folder) {
            tools.kubectlWithFile(map("info"), "create", "-f");
        }

        @Override
        void update(KubectlAndHelm tools, Path folder) {
            tools.kubectlWithFile(map("debug"), "replace", "-f");
        }
    },
    HELM_UPGRADE {
        @Override
        void create(KubectlAndHelm tools, Path folder) {
            chart(folder);
            tools.helm("install", "app", folder.toString());
        }

        @Override
        void update(KubectlAndHelm tools, Path folder) {
            tools.helm("upgrade", "app", folder.toString(), "--set", "log=debug");
        }
    },
    HELM_ROLLBACK {
        @Override
        void create(KubectlAndHelm tools, Path folder) {
            chart(folder);
            tools.helm("install", "app", folder.toString(), "--set", "log=debug");
            tools.helm("upgrade", "app", folder.toString(), "--set", "log=info");
        }

        @Override
        void update(KubectlAndHelm tools, Path folder) {
            tools.helm("rollback", "app", "1");
        }
    },
    KUSTOMIZE {
        @Override
        void create(KubectlAndHelm tools, Path folder) {
            build(tools, folder, "info");
        }

        @Override
        void update(KubectlAndHelm tools, Path folder) {
            build(tools, folder, "debug");
        }

        private void build(KubectlAndHelm tools, Path folder, String log) {
            write(folder.resolve("kustomization.yaml"), """
                    configMapGenerator: [{name: app, literals: [LOG=%s]}]
                    generatorOptions: {disableNameSuffixHash: true}
                    """.formatted(log));
            tools.kubectl("apply", "-k", folder.toString());
        }
    };

    /** Makes the map with LOG=info. */
    abstract void create(KubectlAndHelm tools, Path folder);

    /** Brings LOG=debug, as this tool does it. */
    abstract void update(KubectlAndHelm tools, Path folder);

    static String map(String log) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, data: {LOG: " + log + "}}";
    }

    private static void chart(Path folder) {
        write(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.0.0\n");
        write(folder.resolve("values.yaml"), "log: info\n");
        write(folder.resolve("templates/map.yaml"), map("{{ .Values.log }}"));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
