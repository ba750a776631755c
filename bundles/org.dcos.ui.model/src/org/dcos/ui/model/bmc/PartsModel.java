package org.dcos.ui.model.bmc;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.ServerCore;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The parts of the shown server's machine. Used in the realm. */
public final class PartsModel implements AutoCloseable {

    private final EstateModel estates;
    private final PartsWords words;
    private final InstantSource clock;
    private final WritableValue<PartsSight> sight;
    private final BmcWatch<BmcParts> parts;

    public PartsModel(EstateModel estates, IObservableValue<Optional<Bmc>> shown, Texts texts, InstantSource clock) {
        this.estates = estates;
        this.clock = clock;
        this.words = new PartsWords(texts);
        sight = new WritableValue<>(shown.getRealm(), PartsSight.NOTHING, PartsSight.class);
        parts = new BmcWatch<>(estates, shown, texts, PartsModel::read);
        parts.value().addValueChangeListener(_ -> tick());
    }

    private static BmcParts read(ServerCore core, UUID bmc) throws Problem {
        return core.bmcSettings().parts(bmc);
    }

    public IObservableValue<PartsSight> sight() {
        return sight;
    }

    /** Why they could not be loaded; empty when they could. */
    public IObservableValue<String> problem() {
        return parts.problem();
    }

    /** Whether somebody looks: else nothing is loaded. */
    public void watch(boolean looking) {
        parts.watch(looking);
    }

    /** Writes ages anew. */
    public void tick() {
        sight.setValue(parts.value().getValue().map(told -> words.sight(told, server(told), clock.instant()))
                .orElse(PartsSight.NOTHING));
    }

    private Optional<Server> server(BmcParts told) {
        return told.server().flatMap(id -> Optional.ofNullable(estates.estate().getValue().servers().get(id)));
    }

    /** Rows as text, cells apart by tabs, as spreadsheets take them. */
    public static String text(List<PartRow> rows) {
        return rows.stream().map(row -> String.join("\t", row.name(), row.model(), row.partNumber(), row.serial(),
                row.note()).stripTrailing()).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        parts.close();
    }
}
