package org.dcos.lab.redfish;

import java.io.Serial;
import java.util.List;

/** A request that is not carried out; told as {@code @Message.ExtendedInfo} of the Base registry (DSP8011). */
final class Refusal extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;
    private final String resolution;
    private final transient List<String> arguments;

    private Refusal(int status, String key, String message, String resolution, String... arguments) {
        super(message);
        this.status = status;
        this.key = key;
        this.resolution = resolution;
        this.arguments = List.of(arguments);
    }

    static Refusal unauthorized() {
        return new Refusal(401, "NoValidSession", "There is no valid session established with the implementation.",
                "Establish a session before attempting any operations.");
    }

    static Refusal wrongLogin() {
        return new Refusal(401, "ResourceAtUriUnauthorized", "The user name or the password is not right.",
                "Give the right ones.");
    }

    static Refusal notAllowed() {
        return new Refusal(403, "InsufficientPrivilege",
                "There are insufficient privileges for the account or credentials associated with the current session.",
                "Use an account with more privileges.");
    }

    static Refusal sessionsUsedUp() {
        return new Refusal(503, "SessionLimitExceeded", "The number of simultaneous sessions has been exceeded.",
                "Close some, or try again when one has run out.");
    }

    static Refusal missing(String path) {
        return new Refusal(404, "ResourceMissingAtURI", "The resource at the URI %s was not found.".formatted(path),
                "Place a valid resource at the URI or correct the URI.", path);
    }

    static Refusal method(String method) {
        return new Refusal(405, "OperationNotAllowed", "The HTTP method %s is not allowed on this resource."
                .formatted(method), "None.");
    }

    static Refusal stale() {
        return new Refusal(412, "PreconditionFailed", "The ETag supplied did not match the ETag of the resource.",
                "Read the resource again and repeat the request with its ETag.");
    }

    static Refusal needsEtag() {
        return new Refusal(428, "PreconditionRequired", "A precondition header is required to change this resource.",
                "Send the request with an If-Match header.");
    }

    static Refusal malformed() {
        return new Refusal(400, "MalformedJSON", "The request body is no valid JSON.", "Correct the request body.");
    }

    static Refusal lacks(String property) {
        return new Refusal(400, "PropertyMissing", "The property %s is required.".formatted(property),
                "Add the property.", property);
    }

    static Refusal unknown(String property) {
        return new Refusal(400, "PropertyUnknown", "The property %s is not in the list of valid properties."
                .formatted(property), "Remove the property.", property);
    }

    static Refusal notWritable(String property) {
        return new Refusal(400, "PropertyNotWritable", "The property %s is read only.".formatted(property),
                "Remove the property.", property);
    }

    static Refusal value(String value, String property) {
        return new Refusal(400, "PropertyValueNotInList", "The value '%s' for the property %s is not acceptable."
                .formatted(value, property), "Choose an acceptable value.", value, property);
    }

    /** As a power cycle of a machine that is off. */
    static Refusal state(String what) {
        return new Refusal(409, "ResourceInUse", what, "Bring it into the right state first.");
    }

    int status() {
        return status;
    }

    Node body() {
        var info = new Node().put("@odata.type", "#Message.v1_1_1.Message").put("MessageId", "Base.1.8." + key)
                .put("Message", String.valueOf(getMessage())).put("MessageArgs", arguments).put("Severity", "Critical")
                .put("Resolution", resolution);
        return new Node().put("error", new Node().put("code", "Base.1.8." + key)
                .put("message", String.valueOf(getMessage())).put("@Message.ExtendedInfo", List.of(info)));
    }
}
