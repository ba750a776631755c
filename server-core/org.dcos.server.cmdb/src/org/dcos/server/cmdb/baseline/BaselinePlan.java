package org.dcos.server.cmdb.baseline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.baseline.BaselineReport;
import org.dcos.domain.baseline.BaselineReport.CellError;
import org.dcos.domain.baseline.BaselineReport.Effect;
import org.dcos.domain.baseline.BaselineReport.PreviewRow;
import org.dcos.domain.cmdb.InventoryStore.Change;
import org.dcos.server.cmdb.AuditWords;
import org.dcos.server.cmdb.Places;

/** What a file would do to what is recorded: the report, and when that has no errors the changes. */
final class BaselinePlan {

    private static final int PREVIEW_ROWS = 200;

    private final BaselineLines lines;
    private final Places before;
    private final PlacePlan places;
    private final ServerPlan servers;
    private final Tally tally = new Tally();

    BaselinePlan(BaselineLines lines, Stock stock) {
        this.lines = lines;
        this.before = stock.places();
        this.places = new PlacePlan(stock, lines, tally);
        this.servers = new ServerPlan(stock, places, lines);
        servers.planned().forEach(server -> tally.server(server.now().id(), servers.effect(server.line())));
    }

    BaselineReport report() {
        var errors = new ArrayList<>(lines.errors());
        errors.sort(Comparator.comparing(CellError::sheet).thenComparingInt(CellError::row)
                .thenComparingInt(error -> error.cell().length()).thenComparing(CellError::cell));
        var preview = new ArrayList<PreviewRow>();
        lines.servers().stream().limit(PREVIEW_ROWS).map(this::preview).forEach(preview::add);
        lines.racks().stream().limit(PREVIEW_ROWS - preview.size()).map(this::preview).forEach(preview::add);
        return new BaselineReport(lines.racks().size() + lines.servers().size(), tally.counts(Effect.CREATED),
                tally.counts(Effect.CHANGED), tally.counts(Effect.UNCHANGED), errors, preview);
    }

    private PreviewRow preview(ServerLine line) {
        String place = line.spot().map(spot -> String.join(" / ", List.of(spot.idc(), spot.room(), spot.rack())) + " U"
                + spot.lowest()).orElse("");
        return new PreviewRow(line.line().sheet(), line.line().number(), line.name(), line.serial(), place,
                servers.effect(line));
    }

    private PreviewRow preview(RackLine line) {
        return new PreviewRow(line.line().sheet(), line.line().number(), line.rack(), "",
                line.idc() + " / " + line.room(), places.effect(line));
    }

    /** In an order in which each refers to what is there already. */
    List<Change> changes() {
        var changes = new ArrayList<Change>();
        places.newIdcs().forEach(idc -> changes.add(new Change.SaveIdc(idc)));
        places.newRooms().forEach(room -> changes.add(new Change.SaveRoom(room)));
        places.savedRacks().forEach(rack -> changes.add(new Change.SaveRack(rack)));
        differing().forEach(server -> changes.add(new Change.SaveServer(server.now())));
        return changes;
    }

    /** One entry for each record that is created or changed. */
    List<AuditEntry> audit(Instant at, String why) {
        var words = new AuditWords(before, places.places());
        var entries = new ArrayList<AuditEntry>();
        places.newIdcs().forEach(idc -> entries
                .add(AuditWords.entry(at, "idc.save", idc.id(), idc.name() + ": new IDC", why)));
        places.newRooms().forEach(room -> entries.add(AuditWords.entry(at, "room.save", room.id(),
                words.after().room(room.id()) + ": new room", why)));
        places.savedRacks().forEach(rack -> entries.add(AuditWords.entry(at, "rack.save", rack.id(),
                words.rack(places.before(rack.id()), rack), why)));
        differing().forEach(server -> entries.add(AuditWords.entry(at, "server.save", server.now().id(),
                words.server(server.old(), server.now()), why)));
        return entries;
    }

    boolean changesPlaces() {
        return !places.newIdcs().isEmpty() || !places.newRooms().isEmpty() || !places.savedRacks().isEmpty();
    }

    boolean changesServers() {
        return !differing().isEmpty();
    }

    private List<ServerPlan.Planned> differing() {
        return servers.planned().stream().filter(ServerPlan.Planned::differs).toList();
    }
}
