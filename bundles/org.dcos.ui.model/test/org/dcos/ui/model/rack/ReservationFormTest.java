package org.dcos.ui.model.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.relocation.RelocationTarget;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class ReservationFormTest {

    private static final UUID RACK = new UUID(0, 1);
    private final Texts texts = Texts.load(Locale.ENGLISH);

    @Test
    void whatIsWrongIsSaid() {
        assertThat(new ReservationForm("two", "ops", "", "").problem(texts)).contains("two");
        assertThat(new ReservationForm("0.3", "ops", "", "").problem(texts)).contains("0.3");
        assertThat(new ReservationForm("2", " ", "", "").problem(texts)).isNotEmpty();
        assertThat(new ReservationForm("2", "ops", "", "soon").problem(texts)).contains("soon");
    }

    @Test
    void aGoodOneBecomesAReservation() {
        var form = new ReservationForm(" 1.5 ", " ops ", "new nodes", "2026-12-24");

        assertThat(form.problem(texts)).isEmpty();
        var kept = form.reservation(new UUID(0, 2), RACK, 10);
        assertThat(kept.heightUnits()).isEqualTo(1.5);
        assertThat(kept.holder()).isEqualTo("ops");
        assertThat(kept.until()).isEqualTo(Optional.of(LocalDate.of(2026, 12, 24)));
    }

    @Test
    void aDragThatCorrectsTheRecordChangesThePlaceOnly() throws Invalid {
        var server = new Server(new UUID(0, 3), 4, "web-1", "S1", Optional.empty(), "", "", "",
                Optional.of(new Mounting(RACK, 5, 2, Face.FRONT)), LifecycleState.ACTIVE);

        var order = RackEdits.correction(server, new RelocationTarget(server.id(), new UUID(0, 9), 7.5, Face.FRONT),
                "seen on site");

        assertThat(order.why()).isEqualTo("seen on site");
        assertThat(order.edits()).isEqualTo(List.of(new Edit.Put(
                server.mounted(Optional.of(new Mounting(new UUID(0, 9), 7.5, 2, Face.FRONT))))));
    }
}
