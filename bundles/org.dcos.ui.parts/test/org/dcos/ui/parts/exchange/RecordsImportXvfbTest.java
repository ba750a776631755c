package org.dcos.ui.parts.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Counts;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class RecordsImportXvfbTest {

    private static final int MANY = 10_000;
    private static final long MOST_MILLIS = 400;

    @TempDir Path folder;

    private static List<ImportFile.Column> columns() {
        return List.of(new ImportFile.Column("Name", "name"), new ImportFile.Column("SN", "serial"),
                new ImportFile.Column("Rack", "mounting.rack"), new ImportFile.Column("U", "mounting.lowestUnit"),
                new ImportFile.Column("Maker", "manufacturer"), new ImportFile.Column("Cost centre", ""));
    }

    private static ImportReport report(Object[] arguments) {
        var order = (ImportOrder) arguments[0];
        var rows = new ArrayList<ImportReport.Row>();
        var problems = new ArrayList<CellProblem>();
        for (int i = 0; i < MANY; i++) {
            int number = i + 2;
            var texts = new ArrayList<>(List.of("srv-" + i, "SN%06d".formatted(i), i % 4 == 1 ? "A1" : "A01",
                    Integer.toString(i % 42 + 1), "Huawei", "CC-17"));
            order.fixes().stream().filter(fix -> fix.row() == number)
                    .forEach(fix -> texts.set(fix.column(), fix.text()));
            boolean bad = texts.get(2).equals("A1") && i < 40;
            if (bad) {
                problems.add(new CellProblem("servers", number, 2, "C" + number, "A1",
                        "There is no rack A1. Near to it: A01, A10.", List.of("A01", "A10")));
            }
            rows.add(new ImportReport.Row(number, bad ? Effect.BAD : i % 3 == 0 ? Effect.CHANGED : Effect.CREATED,
                    texts));
        }
        var counts = new Counts(MANY - problems.size(), 0, 0, 0, problems.size());
        return new ImportReport(List.of(new ImportReport.SheetRows("servers", Optional.of(Kind.SERVER), columns(),
                "serial", List.of("serial", "name", "assetTag"), counts, rows)), counts, problems, Optional.empty());
    }

    @SuppressWarnings("resource") // the desk closes it
    private static FakeConnection connection() {
        return new FakeConnection()
                .answer("upload", arguments -> new ImportFile(new UUID(6, 1), (String) arguments[0],
                        List.of(new ImportFile.Sheet("servers", MANY, Optional.of(Kind.SERVER), columns()))))
                .answer("check", RecordsImportXvfbTest::report);
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "zh,DARK"})
    void ten_thousand_rows_with_errors_are_shown_and_mended_without_a_stall(String language, Theme theme)
            throws Exception {
        var file = Files.write(folder.resolve("servers.xlsx"), new byte[] {1});
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, connection())) {
            var dialog = new RecordsImportDialog(test.shell(), test.desk());
            dialog.setBlockOnOpen(false);
            dialog.open();
            dialog.read(file);
            test.settle();
            var sight = dialog.model().sight().getValue();
            assertThat(sight.rows()).hasSize(MANY);
            assertThat(sight.problems()).hasSize(10);
            test.picture(dialog.getShell(), "import-%s-%s".formatted(language, theme));

            long began = System.nanoTime();
            dialog.model().onlyBad(true);
            dialog.getShell().update();
            dialog.model().onlyBad(false);
            dialog.getShell().update();
            long millis = (System.nanoTime() - began) / 1_000_000;
            System.out.printf(Locale.ROOT, "10,000 rows: narrowed to the bad ones and back in %d ms%n", millis);
            assertThat(millis).isLessThan(MOST_MILLIS);

            dialog.model().mendAlike(sight.problems().getFirst(), "A01");
            test.settle();
            assertThat(dialog.model().sight().getValue().problems()).isEmpty();
            assertThat(dialog.model().sight().getValue().takes()).isTrue();
            dialog.showColumns();
            test.picture(dialog.getShell(), "import-columns-%s-%s".formatted(language, theme));
            dialog.close();
        }
    }
}
