package org.dcos.server.gateway.https;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.dcos.wire.Names;
import org.dcos.wire.ProblemDetails;
import org.dcos.wire.WireResponse;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What HTTP itself refuses before a request reaches the router, as problem details like everything else. */
final class ProblemErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() >= HttpStatus.BAD_REQUEST_400 ? response.getStatus()
                : HttpStatus.INTERNAL_SERVER_ERROR_500;
        String title = HttpStatus.getMessage(status);
        var problem = new ProblemDetails(ProblemDetails.URN + "http-" + Names.kebab(title).replace(' ', '-'), title,
                status,
                "The request is no HTTP that can be taken: " + title.toLowerCase(java.util.Locale.ROOT) + ".", "",
                List.of());
        WireResponse answer = problem.response();
        response.setStatus(status);
        Map<String, String> headers = answer.headers();
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }
}
