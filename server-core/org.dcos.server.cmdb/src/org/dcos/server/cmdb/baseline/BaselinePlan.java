package org.dcos.server.cmdb.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dcos.domain.baseline.BaselineReport;
import org.dcos.domain.baseline.BaselineReport.CellError;
import org.dcos.domain.baseline.BaselineReport.Effect;
import org.dcos.domain.baseline.BaselineReport.PreviewRow;
import org.dcos.domain.cmdb.Edit;

/** What a file would do to what is recorded: the report, and when that has no errors the changes. */
final class BaselinePlan {

    private static final int PREVIEW_ROWS = 200;

    private final BaselineLines lines;
    private final PlacePlan places;
    private final ServerPlan servers;
    private final Tally tally = new Tally();

    BaselinePlan(BaselineLines lines, Stock stock) {
        this.lines = lines;
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

    List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        places.newIdcs().forEach(idc -> edits.add(new Edit.Put(idc)));
        places.newRooms().forEach(room -> edits.add(new Edit.Put(room)));
        places.savedRacks().forEach(rack -> edits.add(new Edit.Put(rack)));
        differing().forEach(server -> edits.add(new Edit.Put(server.now())));
        return edits;
    }

    private List<ServerPlan.Planned> differing() {
        return servers.planned().stream().filter(ServerPlan.Planned::differs).toList();
    }
}
