package org.dcos.wire.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialOutput;
import org.dcos.wire.endpoint.Endpoint.ById;

import tools.jackson.core.type.TypeReference;

/** Serial consoles of servers. What is on them may be secret: even to look takes an operator. */
public final class SerialEndpoints {

    public record OpenConsole(SerialOrder body) {}

    /** @param takeOver ends one that somebody has open past this server-core */
    public record SerialOrder(UUID server, boolean takeOver) {}

    public record Follow(UUID id, long from, Duration patience) {}

    public record Claim(UUID id, PenOrder body) {}

    /** @param takeAway from who has it */
    public record PenOrder(boolean takeAway) {}

    public record Typed(UUID id, byte[] body) {}

    /** @param server only this one's */
    public record ListConsoles(Optional<UUID> server, PageRequest page) {}

    public static final Endpoint<ListConsoles, Page<SerialConsole>> LIST = Endpoint.get("list-serial-consoles",
            "/serial-consoles", ListConsoles.class, new TypeReference<Page<SerialConsole>>() {},
            "Lists the open serial consoles, the newest first.",
            (core, q) -> q.server().isEmpty() ? core.serialConsoles().consoles(q.page())
                    : Lists.matching(core.serialConsoles()::consoles, one -> one.server().equals(q.server().get()),
                            q.page()))
            .needs(Role.OPERATOR);

    public static final Endpoint<ById, SerialConsole> GET = Endpoint.get("get-serial-console", "/serial-consoles/{id}",
            ById.class, SerialConsole.class, "One serial console.",
            (core, q) -> core.serialConsoles().console(q.id())).needs(Role.OPERATOR);

    public static final Endpoint<OpenConsole, SerialConsole> OPEN = Endpoint.post("open-serial-console",
            "/serial-consoles", OpenConsole.class, SerialConsole.class,
            "Opens the serial console of a server, or joins the one that is open.",
            (core, q) -> core.serialConsoles().open(q.body().server(), q.body().takeOver())).succeeds(201);

    public static final Endpoint<Follow, SerialOutput> OUTPUT = Endpoint.get("follow-serial-console",
            "/serial-consoles/{id}/output", Follow.class, SerialOutput.class,
            "What the server wrote from a place on; waits for it up to 20 s if there is nothing yet.",
            (core, q) -> core.serialConsoles().output(q.id(), q.from(), q.patience())).needs(Role.OPERATOR);

    public static final Endpoint<Claim, SerialConsole> CLAIM = Endpoint.put("claim-serial-console",
            "/serial-consoles/{id}/writer", Claim.class, SerialConsole.class,
            "Takes the pen: one writes, all others watch.",
            (core, q) -> core.serialConsoles().claim(q.id(), q.body().takeAway()));

    public static final Endpoint<ById, SerialConsole> RELEASE = Endpoint.post("release-serial-console",
            "/serial-consoles/{id}/writer-releases", ById.class, SerialConsole.class, "Lays the pen down.",
            (core, q) -> core.serialConsoles().release(q.id()));

    public static final Endpoint<Typed, Void> WRITE = Endpoint.post("write-serial-console",
            "/serial-consoles/{id}/input", Typed.class, Void.class, "Types bytes as they are; takes the pen.",
            (core, q) -> {
                core.serialConsoles().write(q.id(), q.body());
                return null;
            }).succeeds(204);

    public static final Endpoint<ById, Void> BREAK = Endpoint.post("break-serial-console",
            "/serial-consoles/{id}/breaks", ById.class, Void.class, "Sends a serial break; takes the pen.",
            (core, q) -> {
                core.serialConsoles().sendBreak(q.id());
                return null;
            }).succeeds(204);

    public static final Endpoint<ById, Void> CLOSE = Endpoint.delete("close-serial-console", "/serial-consoles/{id}",
            "Ends a serial console for all who watch.", (core, id) -> core.serialConsoles().close(id));

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST, GET, OPEN, OUTPUT, CLAIM, RELEASE, WRITE, BREAK, CLOSE);
    }

    private SerialEndpoints() {}
}
