package org.dcos.ui.model.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Vrf;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.SpaceBlock;
import org.dcos.domain.ip.Utilisation;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The networks, and what lies in the one that is chosen. Used in the realm. */
public final class AddressesModel {

    /**
     * A network and what lies in it.
     *
     * @param usage in words
     */
    public record Content(Prefix prefix, NetworkPicture picture, List<AddressRow> rows, String usage) {

        public Content {
            rows = List.copyOf(rows);
        }
    }

    private record Loaded(List<Prefix> prefixes, List<NetworkRow> rows) {}

    private final EstateModel estates;
    private final Texts texts;
    private final Networks networks;
    private final WritableValue<List<NetworkRow>> rows;
    private final WritableValue<Optional<Content>> content;
    private final WritableValue<String> problem;
    private List<Prefix> prefixes = List.of();
    private Optional<UUID> chosen = Optional.empty();
    private int asked;

    public AddressesModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        this.networks = new Networks(texts);
        var realm = estates.estate().getRealm();
        rows = new WritableValue<>(realm, List.of(), List.class);
        content = new WritableValue<>(realm, Optional.empty(), Optional.class);
        problem = new WritableValue<>(realm, "", String.class);
    }

    /** The tree of networks. */
    public IObservableValue<List<NetworkRow>> rows() {
        return rows;
    }

    /** What is chosen; empty while nothing is, or it is not known yet. */
    public IObservableValue<Optional<Content>> content() {
        return content;
    }

    /** What went wrong at the last look; empty when nothing did. */
    public IObservableValue<String> problem() {
        return problem;
    }

    public Optional<UUID> chosen() {
        return chosen;
    }

    /** Loads all again, in the background; what is chosen stays so as long as it is there. */
    public void load() {
        Outcome.of(estates, texts, core -> {
            List<Prefix> all = all(core, Prefix.class);
            return new Loaded(all, networks.tree(all(core, Vrf.class), all));
        }, outcome -> {
            problem.setValue(outcome.problem());
            outcome.value().ifPresent(loaded -> {
                prefixes = loaded.prefixes();
                rows.setValue(loaded.rows());
                chosen.filter(id -> prefixes.stream().anyMatch(prefix -> prefix.id().equals(id)))
                        .or(() -> loaded.rows().stream().flatMap(row -> row.prefix().stream()).findFirst()
                                .map(Prefix::id))
                        .ifPresentOrElse(this::choose, () -> content.setValue(Optional.empty()));
            });
        });
    }

    /** Shows what lies in a network. */
    public void choose(UUID id) {
        chosen = Optional.of(id);
        int mine = ++asked;
        var known = prefixes;
        var prefix = known.stream().filter(p -> p.id().equals(id)).findFirst();
        if (prefix.isEmpty()) {
            return;
        }
        Outcome.of(estates, texts, core -> content(core, prefix.get(), known), outcome -> {
            if (mine == asked) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(now -> content.setValue(Optional.of(now)));
            }
        });
    }

    /** The operator looks into a part of the map: the network itself, or what it lies in. */
    public void look(Cidr cidr) {
        content.getValue().flatMap(now -> prefixes.stream()
                .filter(prefix -> prefix.vrf().equals(now.prefix().vrf()) && Networks.cidr(prefix).equals(cidr))
                .findFirst()).map(Prefix::id).filter(id -> !chosen.equals(Optional.of(id))).ifPresent(this::choose);
    }

    private Content content(ServerCore core, Prefix prefix, List<Prefix> known) throws Problem {
        var blocks = new ArrayList<SpaceBlock>();
        Page<SpaceBlock> page;
        do {
            page = core.addresses().blocks(prefix.id(), new PageRequest(blocks.size(), PageRequest.MAX_LIMIT));
            blocks.addAll(page.items());
        } while (!page.items().isEmpty() && blocks.size() < page.total());
        Utilisation usage = core.addresses().utilisation(prefix.id());
        return new Content(prefix, networks.picture(prefix, known, blocks),
                networks.rows(blocks, holders(core, blocks)), networks.usage(usage));
    }

    /** The names of the devices that have addresses here. */
    private static Map<UUID, String> holders(ServerCore core, List<SpaceBlock> blocks) throws Problem {
        var names = new HashMap<UUID, String>();
        boolean held = blocks.stream().flatMap(block -> block.item().stream())
                .anyMatch(item -> item instanceof IpAddress address && address.holder().isPresent());
        if (held) {
            for (Kind kind : Kind.values()) {
                if (kind.device()) {
                    all(core, kind.type()).forEach(device -> names.put(device.id(), ((Device) device).name()));
                }
            }
        }
        return names;
    }

    private static <T extends Item> List<T> all(ServerCore core, Class<T> type) throws Problem {
        var all = new ArrayList<T>();
        Page<T> page;
        do {
            page = core.records().list(type, ItemFilter.NONE, new PageRequest(all.size(), PageRequest.MAX_LIMIT));
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }
}
