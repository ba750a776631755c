package org.dcos.ui.canvas.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {

    @Test
    void finds_the_runs_between_devices() {
        assertThat(free(Device.server("a", "a", 3, 2), Device.server("b", "b", 10, 1)))
                .containsExactly(new FreeSpace(1, 2), new FreeSpace(5, 5), new FreeSpace(11, 2));
    }

    @Test
    void an_empty_rack_is_one_run() {
        assertThat(free()).containsExactly(new FreeSpace(1, 12));
    }

    @Test
    void a_unit_taken_from_the_rear_is_not_free() {
        assertThat(free(Device.server("pdu", "pdu", 1, 12).face(Face.REAR))).isEmpty();
    }

    private static List<FreeSpace> free(Device... devices) {
        var picture = new RackPicture(List.of(new Rack("r", "R", "", 12, "", Mark.NONE, List.of(devices))));
        return FreeSpace.of(RackRowLayout.of(picture, Face.FRONT, 10, 500).racks().getFirst());
    }
}
