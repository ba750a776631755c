package org.dcos.ui.parts.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.cmdb.FieldChange;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.deviation.Answer;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.deviation.Unseen;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.deviation.AuditModel;
import org.dcos.ui.model.deviation.DecisionForm.Deed;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.dcos.ui.parts.widget.Panel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class AuditBoardXvfbTest {

    private static final Instant NOW = TestDesk.NOW;

    private static Deviation deviation(int number, DeviationKind kind, DeviationState state, boolean current,
            Difference... differences) {
        return new Deviation(new UUID(8, number), 3, kind, kind + "|" + number, List.of(new UUID(4, number)),
                List.of("10.20.3.%d:623".formatted(number)), "srv-a0%d-%02d".formatted(number % 4 + 1, number),
                "Shanghai A / Room 201 / A0%d U%d".formatted(number % 4 + 1, number * 2),
                "The BMC of srv at 10.20.3.%d:623 tells the serial number NEW; recorded is OLD.".formatted(number),
                List.of(differences), NOW.minusSeconds(86_400L * number), NOW.minusSeconds(60 * 20), current,
                number % 3 == 0 ? Optional.of("li.wei") : Optional.empty(), state,
                state == DeviationState.TO_FIX ? "board was exchanged, FRU not written" : "", Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Difference difference(Property property, String recorded, String seen) {
        return new Difference(property, Optional.of(new UUID(4, 1)), recorded, seen, "bmc", "10.20.3.1:623",
                NOW.minusSeconds(60 * 20));
    }

    private static List<Deviation> some() {
        var all = new ArrayList<Deviation>();
        all.add(deviation(1, DeviationKind.SWAPPED, DeviationState.OPEN, true,
                difference(Property.SERIAL, "2102311XDB10K4000123", "2102311XDB10K4000321"),
                difference(Property.SERIAL, "2102311XDB10K4000321", "2102311XDB10K4000123")));
        int number = 2;
        for (var kind : DeviationKind.values()) {
            for (int i = 0; i < number % 3 + 1; i++) {
                all.add(deviation(number++, kind, i == 1 ? DeviationState.TO_FIX : DeviationState.OPEN, i != 2,
                        difference(Property.SERIAL, "21023X%d".formatted(number), "21023Y%d".formatted(number))));
            }
        }
        return all;
    }

    @SuppressWarnings("resource") // the desk closes it
    private static FakeConnection connection() {
        var run = new AuditRun(new UUID(7, 1), new UUID(7, 1), NOW.minusSeconds(1260), Optional.of(NOW), "li.wei",
                AuditRun.State.COMPLETED, 264, 226, 32, 6, 6, 240, 212, 21, 4, 2);
        return new FakeConnection()
                .answer("me", _ -> new Caller("li.wei", Role.OPERATOR, "test"))
                .answer("runs", _ -> FakeConnection.page(List.of(run)))
                .answer("deviations", _ -> FakeConnection.page(some()))
                .answer("unseen", _ -> FakeConnection.page(List.of(
                        new Unseen(Optional.empty(), "srv-a01-07", "10.20.3.9:623", Answer.SILENT, "No answer in 3 s."),
                        new Unseen(Optional.empty(), "srv-a01-08", "", Answer.NOT_ASKED, "No BMC is known for it."))))
                .answer("correction", _ -> new Correction("Audit: srv-a02-01 changed places", List.of(
                        new Correction.Part(Kind.SERVER, new UUID(4, 1), "srv-a02-01", false, List.of(
                                new FieldChange("serial", "2102311XDB10K4000123", "2102311XDB10K4000321"),
                                new FieldChange("assetTag", "IT-00123", "IT-00321"))))));
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT,1010,470", "zh,LIGHT,1010,470", "en,DARK,1480,760"})
    void the_board_shows_kinds_the_first_deviation_its_evidence_and_what_can_be_decided(String language, Theme theme,
            int width, int height) {
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, connection());
                var model = new AuditModel(test.desk().estate(), test.desk().modelTexts(), test.desk().clock(),
                        test.desk().clock().getZone(), new NameCache())) {
            var board = new AuditBoard(new Panel(test.shell()).body(), test.desk(), model, () -> {}, _ -> {});
            test.open(width, height);
            model.load();
            test.settle();
            test.picture(test.shell(), "audit-%s-%s".formatted(language, theme));

            for (var deed : Deed.values()) {
                var dialog = new DecisionDialog(test.shell(), test.desk(), model.detail().getValue().orElseThrow(),
                        deed, model.me());
                dialog.setBlockOnOpen(false);
                dialog.open();
                test.picture(dialog.getShell(), "audit-%s-%s-%s".formatted(deed, language, theme));
                dialog.close();
            }
            assertThat(board.chosen()).contains(some().getFirst());
            assertThat(board.can(Deed.ACCEPT)).isTrue();
            assertThat(board.can(Deed.REOPEN)).isFalse();
            assertThat(board.hasUnseen()).isTrue();
        }
    }
}
