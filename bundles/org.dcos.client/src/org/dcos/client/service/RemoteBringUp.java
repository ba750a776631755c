package org.dcos.client.service;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.BringUpEndpoints;
import org.dcos.wire.endpoint.BringUpEndpoints.ReasonOrder;
import org.dcos.wire.endpoint.BringUpEndpoints.Reasoned;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;

/** Bringing machines up, over the wire. */
final class RemoteBringUp implements BringUp {

    private final Calls calls;

    RemoteBringUp(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Arrival> arrivals(ArrivalFilter filter, PageRequest page) throws Problem {
        return calls.call(BringUpEndpoints.LIST, new BringUpEndpoints.ListArrivals(filter, page));
    }

    @Override
    public Arrival arrival(UUID id) throws Problem {
        return calls.call(BringUpEndpoints.GET, new ById(id));
    }

    @Override
    public Arrival begin(BringUpOrder order) throws Problem {
        return calls.call(BringUpEndpoints.BEGIN, new BringUpEndpoints.Begin(order));
    }

    @Override
    public Arrival retry(UUID id) throws Problem {
        return calls.call(BringUpEndpoints.RETRY, new ById(id));
    }

    @Override
    public Arrival assign(UUID id, UUID server, String reason) throws Problem {
        return calls.call(BringUpEndpoints.ASSIGN,
                new BringUpEndpoints.Assign(id, new BringUpEndpoints.AssignOrder(server, reason)));
    }

    @Override
    public Arrival accept(UUID id, String reason) throws Problem {
        return calls.call(BringUpEndpoints.ACCEPT, new Reasoned(id, new ReasonOrder(reason)));
    }

    @Override
    public void dismiss(UUID id, String reason) throws Problem {
        calls.call(BringUpEndpoints.DISMISS, new Reasoned(id, new ReasonOrder(reason)));
    }

    @Override
    public BringUpSettings settings() throws Problem {
        return calls.call(BringUpEndpoints.GET_SETTINGS, new None());
    }

    @Override
    public BringUpSettings save(BringUpSettings settings) throws Problem {
        return calls.call(BringUpEndpoints.SAVE_SETTINGS, new BringUpEndpoints.SaveBringUpSettings(settings));
    }

    @Override
    public LoginReport takeLogins(LoginFile file) throws Problem {
        return calls.call(BringUpEndpoints.TAKE_LOGINS, new BringUpEndpoints.TakeLogins(file.name(), file.content()));
    }

    @Override
    public byte[] certificate(UUID rack, String language) throws Problem {
        return calls.call(BringUpEndpoints.CERTIFICATE, new BringUpEndpoints.GetCertificate(rack, language));
    }
}
