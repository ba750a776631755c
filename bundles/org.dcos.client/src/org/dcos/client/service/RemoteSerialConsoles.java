package org.dcos.client.service;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.serial.SerialOutput;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.SerialEndpoints;
import org.dcos.wire.endpoint.SerialEndpoints.PenOrder;
import org.dcos.wire.endpoint.SerialEndpoints.SerialOrder;

/** Serial consoles, over the wire. */
final class RemoteSerialConsoles implements SerialConsoles {

    private final Calls calls;

    RemoteSerialConsoles(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<SerialConsole> consoles(PageRequest page) throws Problem {
        return calls.call(SerialEndpoints.LIST, new SerialEndpoints.ListConsoles(Optional.empty(), page));
    }

    @Override
    public SerialConsole console(UUID id) throws Problem {
        return calls.call(SerialEndpoints.GET, new ById(id));
    }

    @Override
    public SerialConsole open(UUID server, boolean takeOver) throws Problem {
        return calls.call(SerialEndpoints.OPEN, new SerialEndpoints.OpenConsole(new SerialOrder(server, takeOver)));
    }

    @Override
    public SerialOutput output(UUID id, long from, Duration wait) throws Problem {
        return calls.call(SerialEndpoints.OUTPUT, new SerialEndpoints.Follow(id, from, wait));
    }

    @Override
    public SerialConsole claim(UUID id, boolean takeAway) throws Problem {
        return calls.call(SerialEndpoints.CLAIM, new SerialEndpoints.Claim(id, new PenOrder(takeAway)));
    }

    @Override
    public SerialConsole release(UUID id) throws Problem {
        return calls.call(SerialEndpoints.RELEASE, new ById(id));
    }

    @Override
    public void write(UUID id, byte[] bytes) throws Problem {
        calls.call(SerialEndpoints.WRITE, new SerialEndpoints.Typed(id, bytes));
    }

    @Override
    public void sendBreak(UUID id) throws Problem {
        calls.call(SerialEndpoints.BREAK, new ById(id));
    }

    @Override
    public void close(UUID id) throws Problem {
        calls.call(SerialEndpoints.CLOSE, new ById(id));
    }
}
