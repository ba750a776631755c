package org.dcos.ui.model.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.dcos.domain.devicetype.TypeFile;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.devicetype.DeviceTypesSight.Stage;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceTypesModelTest {

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final DeviceTypesModel model = new DeviceTypesModel(estates, Texts.load(Locale.ENGLISH));

    @BeforeEach
    void connect() {
        estates.connect(server);
        realm.runPosted();
    }

    private DeviceTypesSight sight() {
        realm.runPosted();
        return model.sight().getValue();
    }

    private void choose(String... names) {
        model.choose(Arrays.stream(names).map(name -> new TypeFile(name, "model: x")).toList());
        realm.runPosted();
    }

    @Test
    void files_are_tried_first_and_the_refused_ones_told_with_their_line_beside_the_good_ones() {
        choose("Dell/r640.yaml", "Dell/bad.yaml", "Dell/r750.yaml");

        assertThat(sight().stage()).isEqualTo(Stage.CHECKED);
        assertThat(sight().words()).isEqualTo("1 new, 1 changed, 0 as they are, 1 refused");
        assertThat(sight().rows()).extracting(TypeRow::file).containsExactly("Dell/bad.yaml:12", "Dell/r640.yaml",
                "Dell/r750.yaml");
        assertThat(sight().rows()).extracting(TypeRow::said).containsExactly("There is no model.",
                "line 9: The rear image is not kept.", "");
        assertThat(server.deviceTypes.orders).allMatch(order -> order.trial());
    }

    @Test
    void where_all_are_refused_nothing_can_be_taken() {
        choose("Dell/bad.yaml");

        assertThat(sight().stage()).isEqualTo(Stage.CHOOSING);
        model.take();
        assertThat(server.deviceTypes.orders).hasSize(1);
    }

    @Test
    void after_a_change_the_devices_that_differ_are_shown_with_what_each_would_become() {
        choose("Dell/r640.yaml", "Dell/bad.yaml");
        model.take();

        assertThat(sight().stage()).isEqualTo(Stage.TAKEN);
        assertThat(sight().words()).startsWith("Recorded as change set 31. 2 existing devices differ");
        assertThat(server.deviceTypes.orders.getLast().files()).extracting(TypeFile::name)
                .containsExactly("Dell/r640.yaml");
        assertThat(sight().fits()).containsExactly(
                new FitRow(FakeDeviceTypes.R640, FakeDeviceTypes.ONE, "Dell R640", "srv-1", "A01 U28", "eth5",
                        "eth0 (connector 1000base-t -> 10gbase-t)", "", ""),
                new FitRow(FakeDeviceTypes.R640, FakeDeviceTypes.OTHER, "Dell R640", "srv-2", "A01 U30", "", "",
                        "old0", "a cable is in it"));
    }

    @Test
    void devices_are_brought_along_and_those_with_only_surplus_ports_stay_unless_these_go_too() {
        choose("Dell/r640.yaml");
        model.take();
        realm.runPosted();

        model.fit(Set.of(), false, "new card");

        assertThat(sight().stage()).isEqualTo(Stage.TAKEN);
        assertThat(sight().words()).isEqualTo("1 devices are as their types now, change set 32.");
        assertThat(sight().fits()).extracting(FitRow::device).containsExactly("srv-2");
        assertThat(server.deviceTypes.fits.getLast().devices()).isEqualTo(List.of(FakeDeviceTypes.ONE));
        model.fit(Set.of(), false, "");
        assertThat(sight().problem()).contains("only ports that the type lacks");
        model.fit(Set.of(), true, "");
        assertThat(sight().stage()).isEqualTo(Stage.DONE);
        assertThat(server.deviceTypes.fits.getLast().dropSurplus()).isTrue();
    }
}
