package org.dcos.net.redfish.client;

import java.util.List;
import java.util.Optional;

/** The service answered with an HTTP status other than success. */
public final class RedfishRefused extends RedfishException {

    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;

    private final String request;
    private final int status;
    private final transient List<ServiceMessage> messages;

    RedfishRefused(RedfishTarget target, String request, int status, List<ServiceMessage> messages) {
        super("The BMC at %s refuses %s: %s".formatted(target, request,
                ServiceMessage.sentence(messages).orElse("HTTP status %d, without a reason.".formatted(status))));
        this.request = request;
        this.status = status;
        this.messages = List.copyOf(messages);
    }

    /** Method and path. */
    public String request() {
        return request;
    }

    public int status() {
        return status;
    }

    public List<ServiceMessage> messages() {
        return messages;
    }

    public boolean says(String messageKey) {
        return messages.stream().anyMatch(message -> message.is(messageKey));
    }

    /** What is asked for does not exist with this service, now or ever. */
    public boolean notThere() {
        return status == 404 || status == 405 || status == 410 || status == 501 || says("ActionNotSupported")
                || says("ResourceMissingAtURI") || says("PropertyUnknown");
    }

    /** Where the account is whose password has to be changed before anything else is allowed. */
    public Optional<String> passwordChangeRequired() {
        return status == FORBIDDEN ? ServiceMessage.passwordChangeRequired(messages) : Optional.empty();
    }
}
