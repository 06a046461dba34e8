package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.http.MockResponse;

/** A refusal, with the code, the reason and the wording of a real API server. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final String reason;

    private ApiError(int code, String reason, String message) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    static ApiError badRequest(String message) {
        return new ApiError(400, "BadRequest", message);
    }

    static ApiError notFound(String what) {
        return new ApiError(404, "NotFound", what + " not found");
    }

    static ApiError alreadyExists(String what) {
        return new ApiError(409, "AlreadyExists", what + " already exists");
    }

    static ApiError conflict(String what, String why) {
        return new ApiError(409, "Conflict", "Operation cannot be fulfilled on " + what + ": " + why);
    }

    static ApiError unsupportedMediaType(String type) {
        return new ApiError(
                415, "UnsupportedMediaType", "the body of the request was in an unknown format: '" + type + "'");
    }

    MockResponse response() {
        return new MockResponse().setResponseCode(code).setBody(body(code, reason, getMessage()));
    }

    static String body(int code, String reason, String message) {
        return Serialization.asJson(new StatusBuilder()
                .withStatus("Failure")
                .withCode(code)
                .withReason(reason)
                .withMessage(message)
                .build());
    }
}
