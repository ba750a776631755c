package org.dcos.ui.canvas.bringup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.bringup.BoardPicture.Machine;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.junit.jupiter.api.Test;

class BoardLayoutTest {

    private static final int WIDTH = 900;

    private static Machine machine(String id) {
        return new Machine(id, id, Progress.SEEN, "seen", false, "", false, new Card(id, Mark.NONE, "", List.of()));
    }

    private static BoardPicture picture(int inLane, int racked) {
        var lane = new ArrayList<Machine>();
        for (int i = 0; i < inLane; i++) {
            lane.add(machine("lane" + i));
        }
        var machines = new ArrayList<Machine>();
        var devices = new ArrayList<Device>();
        for (int i = 0; i < racked; i++) {
            machines.add(machine("m" + i));
            devices.add(Device.server("m" + i, "m" + i, 1 + 2 * i, 2));
        }
        return BoardPicture.of(lane, new RackPicture(List.of(new RackPicture.Rack("r", "A01", "", 42, "", Mark.NONE,
                devices))), machines);
    }

    @Test
    void machinesWithoutAPlaceStandAboveTheRacksInRows() {
        var layout = BoardLayout.of(picture(4, 2), 20, WIDTH);

        var first = layout.find("lane0").orElseThrow();
        assertThat(layout.find("lane2").orElseThrow().y()).isEqualTo(first.y());
        assertThat(layout.find("lane3").orElseThrow().y()).isGreaterThan(first.bottom());
        assertThat(layout.find("m0").orElseThrow().y()).isGreaterThan(layout.find("lane3").orElseThrow().bottom());
    }

    @Test
    void withoutALaneTheRacksBeginAtTheTop() {
        var layout = BoardLayout.of(picture(0, 2), 20, WIDTH);

        assertThat(layout.shift()).isZero();
        assertThat(layout.title().height()).isZero();
    }

    @Test
    void aPointFindsTheMachineAndItsRackWhereTheyAreSeen() {
        var layout = BoardLayout.of(picture(1, 2), 20, WIDTH);
        var box = layout.find("m1").orElseThrow();

        assertThat(layout.at(box.centreX(), box.centreY())).contains("m1");
        assertThat(layout.rackAt(box.centreX(), box.centreY())).map(RackPicture.Rack::id).contains("r");
    }

    @Test
    void cursorKeysLeadFromTheLaneIntoTheRack() {
        var layout = BoardLayout.of(picture(1, 1), 20, WIDTH);

        assertThat(layout.step("", Step.DOWN)).contains("lane0");
        assertThat(layout.step("lane0", Step.DOWN)).contains("m0");
    }

    @Test
    void aSmallWindowStillShowsNamesThatAreRead() {
        assertThat(BoardLayout.fit(picture(30, 2), WIDTH, 300)).isEqualTo(BoardLayout.SMALLEST_UNIT);
    }

    @Test
    void textIsBrokenBetweenWordsAndInChineseBetweenCharacters() {
        assertThat(Wrapping.lines("give it an address", 11, 9, String::length))
                .containsExactly("give it an", "address");
        assertThat(Wrapping.lines("请核对机身标签后指定服务器", 5, 9, String::length))
                .containsExactly("请核对机身", "标签后指定", "服务器");
        assertThat(Wrapping.lines("2102311XDB10K4000123", 8, 9, String::length))
                .containsExactly("2102311X", "DB10K400", "0123");
        assertThat(Wrapping.lines("one two three", 5, 2, String::length)).containsExactly("one", "two …");
    }
}
