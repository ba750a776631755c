package org.dcos.lab.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.ServerPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFilesTest {

    @TempDir private static Path folder;
    private static List<LabBmc> bmcs;

    @BeforeAll
    static void write() throws IOException {
        var options = LabOptions.DEFAULT.withFaultPercent(20).withBaseAddress("127.84.0.0");
        try (Lab lab = Lab.start(options)) {
            lab.writeFiles(folder);
            bmcs = lab.bmcs();
        }
    }

    @Test
    void the_list_has_a_line_for_each_controller_with_its_log_in_and_fault() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("bmcs.csv"));
        LabBmc first = bmcs.getFirst();

        assertThat(lines).hasSize(61).startsWith("address,port,user,password,serial,fault");
        assertThat(lines.get(1)).isEqualTo("127.84.0.1,%d,admin,DcosLab-2026,%s,%s".formatted(first.address().getPort(),
                first.server().serial(), first.fault().word()));
        assertThat(lines.stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1))
                .filter(fault -> !fault.isEmpty())).hasSize(12)
                        .contains("silent", "slow", "wrong-password", "garbage", "flapping");
    }

    @Test
    void the_workbook_has_the_sheets_racks_and_servers() throws IOException {
        assertThat(part("xl/workbook.xml")).contains("name=\"racks\"").contains("name=\"servers\"");
        assertThat(part("xl/worksheets/sheet1.xml")).contains("state=\"frozen\"");
    }

    @Test
    void serial_numbers_with_zeros_in_front_are_text_cells() throws IOException {
        ServerPlan zeros = bmcs.stream().map(LabBmc::server).filter(server -> server.serial().startsWith("00"))
                .findFirst().orElseThrow();
        String shared = part("xl/sharedStrings.xml");
        int index = List.of(shared.split("<si>")).stream().filter(item -> item.startsWith("<t>") || item.contains("<t"))
                .map(item -> item.replaceAll("<[^>]*>", "")).toList().indexOf(zeros.serial());

        assertThat(index).as("shared string " + zeros.serial()).isNotNegative();
        assertThat(part("xl/worksheets/sheet2.xml"))
                .containsPattern("<c r=\"B%d\"[^>]* t=\"s\"[^>]*><v>%d</v>".formatted(zeros.number() + 1, index));
    }

    @Test
    void units_are_number_cells() throws IOException {
        assertThat(part("xl/worksheets/sheet2.xml"))
                .containsPattern("<c r=\"J2\"[^>]*><v>%d</v>".formatted(bmcs.getFirst().server().lowestUnit()));
    }

    private static String part(String name) throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("baseline.xlsx").toUri());
        try (var zip = FileSystems.newFileSystem(archive, Map.of())) {
            return Files.readString(zip.getPath(name));
        }
    }
}
