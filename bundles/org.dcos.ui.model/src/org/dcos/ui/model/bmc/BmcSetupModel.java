package org.dcos.ui.model.bmc;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dcos.domain.ServerCore;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** How the shown server's BMC is set up. Used in the realm. */
public final class BmcSetupModel implements AutoCloseable {

    private final BmcWords words;
    private final InstantSource clock;
    private final WritableValue<BmcSight> sight;
    private final BmcWatch<BmcDetails> details;

    public BmcSetupModel(EstateModel estates, IObservableValue<Optional<Bmc>> shown, Texts texts,
            InstantSource clock) {
        this.clock = clock;
        this.words = new BmcWords(texts);
        sight = new WritableValue<>(shown.getRealm(), BmcSight.NOTHING, BmcSight.class);
        details = new BmcWatch<>(estates, shown, texts, BmcSetupModel::read);
        details.value().addValueChangeListener(_ -> tick());
    }

    private static BmcDetails read(ServerCore core, UUID bmc) throws Problem {
        return core.bmcSettings().details(bmc);
    }

    public IObservableValue<BmcSight> sight() {
        return sight;
    }

    /** Why it could not be loaded; empty when it could. */
    public IObservableValue<String> problem() {
        return details.problem();
    }

    /** As it was loaded last. */
    public Optional<BmcDetails> details() {
        return details.value().getValue();
    }

    public Optional<UUID> bmc() {
        return details.bmc();
    }

    /** Its accounts, as they were read last. */
    public List<BmcUser> accounts() {
        return details().flatMap(BmcDetails::accounts).map(BmcDetails.Accounts::users).orElse(List.of());
    }

    /** The number of a new account; 1 is the one without a name (IPMI v2.0 §22.26). */
    public int freeAccount() {
        var taken = accounts().stream().map(BmcUser::id).collect(Collectors.toSet());
        return IntStream.iterate(2, id -> id + 1).filter(id -> !taken.contains(id)).findFirst().orElseThrow();
    }

    /** What an account is called. */
    public String name(BmcUser user) {
        return words.name(user);
    }

    /** Whether somebody looks: else nothing is loaded. */
    public void watch(boolean looking) {
        details.watch(looking);
    }

    /** Writes ages anew. */
    public void tick() {
        sight.setValue(details().map(told -> words.sight(told, clock.instant())).orElse(BmcSight.NOTHING));
    }

    @Override
    public void close() {
        details.close();
    }
}
