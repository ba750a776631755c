package org.dcos.lab.redfish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dcos.lab.bmc.SharedBmc.Account;

/** What can be done with one resource. */
final class Route {

    private final Supplier<Node> reader;
    private final Map<String, Change> changes = new HashMap<>();

    /** Carries out a request. */
    interface Change {
        Answer by(Call call, Account account) throws Refusal;
    }

    private Route(Supplier<Node> reader) {
        this.reader = reader;
    }

    static Route read(Supplier<Node> reader) {
        return new Route(reader);
    }

    /** Where there is nothing to read. */
    static Route action(Change post) {
        return new Route(() -> new Node()).with("POST", post);
    }

    Route with(String method, Change change) {
        changes.put(method, change);
        return this;
    }

    Node read() {
        return reader.get();
    }

    Optional<Change> change(String method) {
        return Optional.ofNullable(changes.get(method));
    }

    boolean isAction() {
        return changes.containsKey("POST") && read().fields().isEmpty();
    }
}
