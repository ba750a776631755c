package org.dcos.ui.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportOrder.Existing;
import org.dcos.domain.exchange.ImportOrder.Extent;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.ui.model.CpuTime;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportModelTest {

    private static final byte[] CONTENT = {1};
    private static final int MANY = 10_000;

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final EstateModel estates = new EstateModel(realm, background::add, (_, work) -> work.run());
    private final Texts texts = Texts.load(Locale.ENGLISH);
    private final ImportModel model = new ImportModel(estates, texts, new FieldWords(texts, ZoneOffset.UTC));

    @BeforeEach
    void connect() {
        estates.connect(server);
        settle();
        rows("a", "A01", "b", "bad", "c", "bad", "d", "A02");
    }

    private void rows(String... namesAndRacks) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < namesAndRacks.length; i += 2) {
            rows.add(List.of(namesAndRacks[i], "SN" + i, namesAndRacks[i + 1], "red"));
        }
        server.imports.rows = rows;
    }

    private void settle() {
        while (!background.isEmpty()) {
            background.poll().run();
            realm.runPosted();
        }
        realm.runPosted();
    }

    private void choose() {
        model.choose("servers.xlsx", CONTENT);
        settle();
    }

    private ImportSight sight() {
        return model.sight().getValue();
    }

    @Test
    void a_chosen_file_shows_its_sheet_its_columns_and_every_error_at_once() {
        choose();

        assertThat(sight().words()).isEqualTo("2 new, 0 changed, 0 as they are, 2 with errors");
        assertThat(sight().sheets()).extracting(SheetTab::words)
                .containsExactly("servers: Servers, 4 rows, 2 with errors");
        assertThat(sight().problems()).extracting(CellProblem::cell).containsExactly("C3", "C4");
        assertThat(sight().sheet().orElseThrow().columns()).extracting(SheetSight.Mapped::title).containsExactly("Name",
                "Serial number", "Rack", "– left out –");
        assertThat(sight().rows().get(1).problem(FakeImports.RACK)).isPresent();
        assertThat(sight().takes()).as("all or none, and two are bad").isFalse();
    }

    @Test
    void a_file_that_cannot_be_read_says_why() {
        model.choose("empty.xlsx", new byte[0]);
        settle();

        assertThat(sight().problem()).contains("The file is empty.");
        assertThat(sight().working()).isFalse();
    }

    @Test
    void only_rows_with_errors_can_be_shown() {
        choose();

        model.onlyBad(true);

        assertThat(sight().rows()).extracting(ImportLine::number).containsExactly(3, 4);
    }

    @Test
    void a_mended_cell_is_checked_anew_and_shown_as_mended() {
        choose();

        model.mend(3, FakeImports.RACK, "A01");
        settle();

        assertThat(sight().problems()).extracting(CellProblem::cell).containsExactly("C4");
        assertThat(sight().rows().get(1).text(FakeImports.RACK)).isEqualTo("A01");
        assertThat(sight().rows().get(1).mended()).containsExactly(FakeImports.RACK);
        assertThat(sight().mended()).isEqualTo(1);
    }

    @Test
    void one_suggestion_mends_all_that_are_alike() {
        choose();
        var problem = sight().problems().getFirst();
        assertThat(model.alike(problem)).hasSize(2);

        assertThat(model.mendAlike(problem, "A01")).isEqualTo(2);
        settle();

        assertThat(sight().problems()).isEmpty();
        assertThat(sight().takes()).isTrue();
    }

    @Test
    void changes_that_come_while_a_check_runs_are_checked_together_after_it() {
        choose();
        server.imports.checks.clear();

        model.mend(3, FakeImports.RACK, "A01");
        model.mend(4, FakeImports.RACK, "A02");
        model.existing(Existing.SKIP);
        assertThat(sight().working()).isTrue();
        assertThat(sight().takes()).isFalse();
        settle();

        assertThat(server.imports.checks).hasSize(2);
        assertThat(server.imports.checks.getLast().fixes()).hasSize(2);
        assertThat(server.imports.checks.getLast().existing()).isEqualTo(Existing.SKIP);
        assertThat(sight().working()).isFalse();
    }

    @Test
    void a_column_can_be_another_field_and_its_old_column_is_left_out() {
        choose();

        model.map(3, "name");
        settle();

        assertThat(server.imports.checks.getLast().sheets().getFirst().columns())
                .containsExactly("", "serial", "mounting.rack", "name");
        var columns = sight().sheet().orElseThrow().columns();
        assertThat(columns.get(3).changed()).isTrue();
        assertThat(columns.get(1).changed()).isFalse();
        assertThat(sight().sheet().orElseThrow().fields()).extracting(SheetSight.Choice::title).contains(
                "Maker", "Label: Colour");
        assertThat(sight().sheet().orElseThrow().path("Label: Colour")).contains("label.Colour");
    }

    @Test
    void kind_and_key_of_a_sheet_can_be_chosen() {
        choose();

        model.key("name");
        settle();
        assertThat(server.imports.checks.getLast().sheets().getFirst().key()).isEqualTo("name");

        model.kind(Optional.empty());
        settle();
        assertThat(server.imports.checks.getLast().sheets().getFirst().kind()).isEmpty();
        assertThat(sight().sheets().getFirst().words()).startsWith("servers: left out");

        model.kind(Optional.of(Kind.NETWORK_DEVICE));
        settle();
        assertThat(server.imports.checks.getLast().sheets().getFirst().columns()).as("as found").isEmpty();
    }

    @Test
    void good_rows_are_taken_with_a_reason_and_the_whole_can_be_undone() {
        choose();
        model.extent(Extent.GOOD_ROWS);
        assertThat(sight().takes()).isTrue();

        model.take("purchase 2026-11");
        settle();

        assertThat(server.imports.takes).singleElement().satisfies(order -> {
            assertThat(order.extent()).isEqualTo(Extent.GOOD_ROWS);
            assertThat(order.why()).isEqualTo("purchase 2026-11");
        });
        assertThat(sight().words()).startsWith("Taken as change set 12: 2 new");
        assertThat(sight().done()).isPresent();
        assertThat(sight().takes()).isFalse();

        server.records.changes.put(12L, List.of());
        model.undo();
        settle();

        assertThat(sight().words()).isEqualTo("Change set 12 was taken back: the records are as before.");
        assertThat(sight().done()).isEmpty();
    }

    @Test
    void what_comes_late_for_another_file_is_dropped() {
        model.choose("first.xlsx", CONTENT);
        rows("x", "A01");
        model.choose("second.xlsx", CONTENT);
        settle();

        assertThat(sight().rows()).hasSize(1);
        assertThat(server.imports.checks).hasSize(1);
    }

    @Test
    void ten_thousand_rows_cost_the_realm_next_to_nothing() {
        var many = new String[2 * MANY];
        for (int i = 0; i < MANY; i++) {
            many[2 * i] = "srv-" + i;
            many[2 * i + 1] = i % 100 == 0 ? "bad" : "A01";
        }
        rows(many);
        model.choose("servers.xlsx", CONTENT);
        double inRealm = 0;
        while (!background.isEmpty()) {
            background.poll().run();
            inRealm += CpuTime.millis(1, realm::runPosted);
        }
        inRealm += CpuTime.millis(1, () -> model.onlyBad(true));

        System.out.printf(Locale.ROOT, "10,000 rows: %.1f ms in the realm%n", inRealm);
        assertThat(sight().rows()).hasSize(100);
        assertThat(inRealm).isLessThan(100);
    }

    @Test
    void columns_are_called_as_the_spreadsheet_calls_them() {
        assertThat(List.of(0, 25, 26, 27, 701, 702)).extracting(ImportWords::letter).containsExactly("A", "Z", "AA",
                "AB", "ZZ", "AAA");
    }
}
