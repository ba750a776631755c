package org.dcos.wire.router;

import java.io.IOException;
import java.util.Locale;

import org.dcos.wire.ProblemDetails;
import org.dcos.wire.ProblemDetails.Kind;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.Endpoint;

/** Reads the body of a request, no further than the endpoint allows. */
final class Bodies {

    private static final byte[] NONE = {};

    static byte[] read(WireRequest request, Endpoint<?, ?> endpoint) throws Refusal {
        if (!endpoint.hasBody()) {
            return NONE;
        }
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (endpoint.shape().rawBody()) {
            if (type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded")) {
                throw unsupported(request, "Send the file itself as the body, not a form: "
                        + "Content-Type: application/octet-stream, with curl --data-binary @FILE.");
            }
        } else if (!type.equals(WireResponse.JSON)) {
            throw unsupported(request, "JSON is expected here: send it with Content-Type: application/json.");
        }
        return upTo(request, endpoint.maxBody());
    }

    private static byte[] upTo(WireRequest request, int max) throws Refusal {
        String announced = request.header("Content-Length").orElse("0").strip();
        if (announced.matches("\\d{1,18}") && Long.parseLong(announced) > max) {
            throw tooLarge(request, max);
        }
        try {
            byte[] body = request.body().readNBytes(max + 1);
            if (body.length > max) {
                throw tooLarge(request, max);
            }
            return body;
        } catch (IOException _) {
            throw new Refusal(ProblemDetails.of(Kind.MALFORMED, "The body broke off before its end.", request.path()));
        }
    }

    private static Refusal tooLarge(WireRequest request, int max) {
        String limit = max >= 1 << 20 ? (max >> 20) + " MiB" : max + " bytes";
        return new Refusal(ProblemDetails.of(Kind.TOO_LARGE, "The body is larger than %s, the most that is taken here."
                .formatted(limit), request.path()));
    }

    private static Refusal unsupported(WireRequest request, String detail) {
        return new Refusal(ProblemDetails.of(Kind.UNSUPPORTED_MEDIA_TYPE, detail, request.path()));
    }

    private Bodies() {}
}
