package org.dcos.ui.model.dhcp;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.HostInterface;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.IpFamily;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Recorded;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** DHCP: the interfaces of the server-core's machine, what is served, and the leases. Used in the realm. */
public final class DhcpModel implements AutoCloseable {

    /** Leases that are shown at once; who looks for one among more searches. */
    static final int MOST_LEASES = 2_000;

    private final EstateModel estates;
    private final Texts texts;
    private final DhcpWords words;
    private final InstantSource clock;
    private final WritableValue<DhcpSight> sight;
    private final WritableValue<LeaseList> leases;
    private final WritableValue<String> problem;
    private final Runnable unlisten;
    private Optional<DhcpStatus> status = Optional.empty();
    private Page<Lease> known = new Page<>(List.of(), 0, 0);
    private String text = "";
    private LeaseLens lens = LeaseLens.NOW;
    private String refused = "";
    private int searches;
    private boolean loading;
    private boolean again;

    /** What was loaded together. */
    private record Loaded(DhcpStatus status, DhcpSettings settings, Page<Lease> leases) {}

    public DhcpModel(EstateModel estates, Texts texts, InstantSource clock) {
        this.estates = estates;
        this.texts = texts;
        this.words = new DhcpWords(texts);
        this.clock = clock;
        var realm = estates.estate().getRealm();
        sight = new WritableValue<>(realm, DhcpSight.NOTHING, DhcpSight.class);
        leases = new WritableValue<>(realm, LeaseList.NOTHING, LeaseList.class);
        problem = new WritableValue<>(realm, "", String.class);
        unlisten = estates.listen(this::heard);
    }

    public IObservableValue<DhcpSight> sight() {
        return sight;
    }

    public IObservableValue<LeaseList> leases() {
        return leases;
    }

    /** Why the last deed was not done; empty when it was. */
    public IObservableValue<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        unlisten.run();
    }

    private void heard(DomainEvent event) {
        if (event instanceof DomainEvent.LeasesChanged || event instanceof DomainEvent.DhcpChanged
                || event instanceof DomainEvent.Resync) {
            load();
        }
    }

    /** What is served depends on the records. */
    public void changed(Recorded recorded) {
        if (recorded.kinds().stream().anyMatch(kind -> kind == Kind.PREFIX || kind == Kind.IP_RANGE
                || kind == Kind.IP_ADDRESS || kind == Kind.PORT)) {
            load();
        }
    }

    /** Loads again, in the background; several calls while one runs make one more. */
    public void load() {
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        int mine = searches;
        var filter = filter();
        Outcome.of(estates, texts, core -> read(core, filter), outcome -> {
            loading = false;
            problem.setValue(outcome.problem().isEmpty() ? refused : outcome.problem());
            outcome.value().filter(_ -> mine == searches).ifPresent(this::loaded);
            if (again || mine != searches) {
                again = false;
                load();
            }
        });
    }

    private LeaseFilter filter() {
        return new LeaseFilter(Optional.of(text.strip()).filter(it -> !it.isEmpty()), switch (lens) {
            case NOW -> Optional.of(LeaseState.BOUND);
            case ALL -> Optional.empty();
        }, Optional.empty());
    }

    private static Loaded read(ServerCore core, LeaseFilter filter) throws Problem {
        var dhcp = core.dhcp();
        return new Loaded(dhcp.status(), dhcp.settings(), dhcp.leases(filter, new PageRequest(0, MOST_LEASES)));
    }

    private void loaded(Loaded next) {
        status = Optional.of(next.status());
        known = next.leases();
        show(next.settings());
    }

    private void show(DhcpSettings settings) {
        var now = clock.instant();
        status.ifPresent(it -> {
            sight.setValue(words.sight(it, settings, now));
            leases.setValue(words.list(known.items(), known.total(), now));
        });
    }

    /** Lets ages grow. */
    public void tick() {
        show(sight.getValue().settings());
    }

    /** Shows leases that have this in them. */
    public void text(String typed) {
        if (!typed.equals(text)) {
            text = typed;
            searches++;
            load();
        }
    }

    public void lens(LeaseLens next) {
        if (next != lens) {
            lens = next;
            searches++;
            load();
        }
    }

    /** Serves, or stops, with the settings as they are. */
    public void serve(boolean wanted) {
        save(sight.getValue().settings().withServing(wanted), _ -> {});
    }

    /** Serves as filled in. @param then told why not; empty when it is done */
    public void serve(ServeForm form, Consumer<String> then) {
        save(form.settings(sight.getValue().settings()), then);
    }

    /** Serves on this interface no more. */
    public void stop(String interfaceName) {
        save(ServeForm.without(sight.getValue().settings(), interfaceName), _ -> {});
    }

    private void save(DhcpSettings next, Consumer<String> then) {
        Outcome.of(estates, texts, core -> core.dhcp().save(next), outcome -> {
            said(outcome);
            load();
            then.accept(outcome.problem());
        });
    }

    /** Looks for other servers there. @param then when the answers are there, some seconds later */
    public void look(String interfaceName, Runnable then) {
        Outcome.of(estates, texts, core -> core.dhcp().look(interfaceName), outcome -> {
            said(outcome);
            load();
            then.run();
        });
    }

    /** Ends a lease. */
    public void release(Lease lease) {
        Outcome.of(estates, texts, core -> core.dhcp().release(lease.address()), outcome -> {
            said(outcome);
            load();
        });
    }

    private void said(Outcome<?> outcome) {
        refused = outcome.problem();
        problem.setValue(refused);
    }

    /** What can be served on an interface. @param then the form as it stands now */
    public void form(HostInterface host, Consumer<ServeForm> then) {
        var settings = sight.getValue().settings();
        Outcome.of(estates, texts, core -> {
            var found = new ArrayList<PrefixChoice>();
            Page<Prefix> page;
            int read = 0;
            do {
                page = core.records().list(Prefix.class, ItemFilter.NONE,
                        new PageRequest(read, PageRequest.MAX_LIMIT));
                read += page.items().size();
                page.items().stream().filter(DhcpModel::canBeServed).map(it -> choice(it, host, settings))
                        .forEach(found::add);
            } while (!page.items().isEmpty() && read < page.total());
            found.sort(java.util.Comparator.comparing((PrefixChoice it) -> !it.chosen())
                    .thenComparing(it -> !it.attached()).thenComparing(it -> Cidr.parse(it.cidr())));
            return ServeForm.of(host.name(), settings, found);
        }, outcome -> {
            said(outcome);
            outcome.value().ifPresent(then);
        });
    }

    private static boolean canBeServed(Prefix prefix) {
        var cidr = Cidr.parse(prefix.cidr());
        return cidr.family() == IpFamily.IPV4 && prefix.state() != PrefixState.CONTAINER && cidr.length() >= 8
                && cidr.length() <= 30;
    }

    /** On the interface's wire is what it has an address of, and anything while it has none at all. */
    private static PrefixChoice choice(Prefix prefix, HostInterface host, DhcpSettings settings) {
        var cidr = Cidr.parse(prefix.cidr());
        boolean attached = host.addresses().isEmpty() || host.addresses().stream()
                .anyMatch(it -> cidr.contains(Address.parse(it.substring(0, it.indexOf('/')))));
        var now = settings.networks().stream().filter(it -> it.prefix().equals(prefix.id())).findFirst();
        boolean here = now.filter(it -> it.attachedTo().filter(name -> !name.equals(host.name())).isEmpty())
                .isPresent();
        return new PrefixChoice(prefix.id(), prefix.cidr(), prefix.purpose(), attached, here);
    }
}
