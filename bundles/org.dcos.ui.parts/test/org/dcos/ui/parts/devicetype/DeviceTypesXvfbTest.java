package org.dcos.ui.parts.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.domain.devicetype.TypeReport;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.devicetype.DeviceTypesSight.Stage;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class DeviceTypesXvfbTest {

    @TempDir Path folder;

    private static TypeReport taken(Object[] arguments) {
        var order = (TypeOrder) arguments[0];
        return new TypeReport(order.trial() ? Optional.empty() : Optional.of(31L), order.files().stream()
                .map(file -> new TypeReport.Taken(file.name(), new UUID(11, 1), "Dell", "PowerEdge R640",
                        TypeReport.Outcome.CHANGED, 2,
                        List.of(new TypeReport.Note(9, "The rear image is not kept."))))
                .toList());
    }

    @SuppressWarnings("resource") // the desk closes it
    private static FakeConnection connection() {
        return new FakeConnection().answer("take", DeviceTypesXvfbTest::taken)
                .answer("fits", _ -> FakeConnection.page(List.of(new TypeFit(new UUID(4, 1), "srv-a01-01",
                        "Shanghai A / A01 U28", List.of(
                                new TypeFit.Difference(TypeFit.How.MISSING, PortKind.NETWORK, "eth5", "",
                                        Optional.empty()),
                                new TypeFit.Difference(TypeFit.How.SURPLUS, PortKind.NETWORK, "old0", "",
                                        Optional.of("a cable is in it")))))));
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "zh,LIGHT"})
    void a_folder_is_read_taken_and_its_devices_are_shown(String language, Theme theme) throws Exception {
        var maker = Files.createDirectories(folder.resolve("types/Dell"));
        Files.writeString(maker.resolve("R640.yaml"), "model: R640");
        Files.writeString(maker.resolve("readme.md"), "not a type");
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, connection())) {
            var dialog = new DeviceTypesDialog(test.shell(), test.desk());
            dialog.setBlockOnOpen(false);
            dialog.open();
            dialog.read(List.of(folder.resolve("types")));
            test.settle();
            assertThat(dialog.model().sight().getValue().rows()).singleElement()
                    .satisfies(row -> assertThat(row.file()).isEqualTo("types/Dell/R640.yaml"));
            test.picture(dialog.getShell(), "types-%s".formatted(language));

            dialog.model().take();
            test.settle();
            test.picture(dialog.getShell(), "types-fits-%s".formatted(language));
            assertThat(dialog.model().sight().getValue().stage()).isEqualTo(Stage.TAKEN);
            dialog.close();
        }
    }
}
