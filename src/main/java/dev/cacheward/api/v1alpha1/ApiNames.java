package dev.cacheward.api.v1alpha1;

/** Rules and constants that the two kinds share. */
final class ApiNames {
    /** At most 40 characters, a letter first, no dot: so that every derived name is a valid Service and ConfigMap name. */
    static final String NAME_RULE =
            "size(self.metadata.name) <= 40 && self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')";

    static final String NAME_MESSAGE =
            "metadata.name must have at most 40 characters, start with a letter, and consist of lower case letters,"
                    + " digits and '-': Services and ConfigMaps are named after it";

    /** Lets kstatus say InProgress, not Current, before the operator's first reconciliation. */
    static final String NEW_STATUS = "{\"observedGeneration\": -1}";

    private ApiNames() {}
}
