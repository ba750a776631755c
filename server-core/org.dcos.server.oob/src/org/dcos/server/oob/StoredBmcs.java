package org.dcos.server.oob;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.Bmcs;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The known BMCs, out of the store. */
@Component(service = Bmcs.class)
public final class StoredBmcs implements Bmcs {

    private final BmcStore store;
    private final BmcDriver driver;
    private final AuditLog audit;
    private final EventPublisher events;
    private final InstantSource clock = InstantSource.system();

    @Activate
    public StoredBmcs(@Reference BmcStore store, @Reference BmcDriver driver, @Reference AuditLog audit,
            @Reference EventPublisher events) {
        this.store = store;
        this.driver = driver;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Page<Bmc> bmcs(Optional<UUID> server, Optional<Boolean> matched, PageRequest page) {
        var wanted = store.bmcs().stream().filter(bmc -> server.isEmpty() || bmc.server().equals(server))
                .filter(bmc -> matched.isEmpty() || matched.get() == bmc.server().isPresent())
                .sorted(Comparator.comparing(Bmc::address, Comparator.comparing(StoredBmcs::sortable))
                        .thenComparingInt(Bmc::port))
                .toList();
        return new Page<>(wanted.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(),
                wanted.size());
    }

    @Override
    public Bmc bmc(UUID id) throws NotFound {
        return store.bmc(id).orElseThrow(() -> NotFound.of("BMC", id));
    }

    @Override
    public void delete(UUID id) throws NotFound {
        var bmc = bmc(id);
        if (!store.delete(id)) {
            throw NotFound.of("BMC", id);
        }
        driver.forget(bmc.address(), bmc.port());
        var caller = Caller.current();
        Instant now = clock.instant();
        audit.append(new AuditEntry(0, now, caller.name(), caller.origin(), "bmc.delete", bmc.server(),
                "Forgot the BMC at %s:%d".formatted(bmc.address(), bmc.port()), ""));
        events.publish(new DomainEvent.BmcDeleted(id));
    }

    /** So that 10.0.0.9 comes before 10.0.0.10. */
    public static String sortable(String address) {
        var text = new StringBuilder();
        for (var part : address.split("\\.")) {
            text.append("0".repeat(Math.max(0, 3 - part.length()))).append(part).append('.');
        }
        return text.toString();
    }
}
