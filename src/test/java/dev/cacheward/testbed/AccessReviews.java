package dev.cacheward.testbed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Answers to "may I?": everybody may do everything here. */
final class AccessReviews {
    private AccessReviews() {}

    static Optional<ObjectNode> answer(String path, ObjectNode review) {
        ObjectNode answered = review.deepCopy();
        ObjectNode status = answered.putObject("status");
        if (path.endsWith("accessreviews")) {
            status.put("allowed", true);
            return Optional.of(answered);
        }
        if (path.endsWith("/selfsubjectrulesreviews")) {
            ObjectNode all =
                    status.put("incomplete", false).putArray("resourceRules").addObject();
            all.putArray("verbs").add("*");
            all.putArray("apiGroups").add("*");
            all.putArray("resources").add("*");
            status.putArray("nonResourceRules");
            return Optional.of(answered);
        }
        return Optional.empty();
    }
}
