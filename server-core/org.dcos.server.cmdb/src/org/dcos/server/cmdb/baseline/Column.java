package org.dcos.server.cmdb.baseline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a baseline, with the headers by which it is known. Case, blanks and punctuation of headers do not count.
 */
enum Column {
    NAME("name", "hostname", "server name", "server", "名称", "主机名", "主机名称", "服务器", "服务器名称", "设备名称"),
    SERIAL("serial", "serial number", "serial no", "sn", "s/n", "序列号", "设备序列号", "产品序列号", "设备sn"),
    ASSET_TAG("asset_tag", "asset", "asset no", "asset number", "资产编号", "资产号", "固资编号", "固定资产编号"),
    MANUFACTURER("manufacturer", "vendor", "maker", "brand", "厂商", "厂家", "品牌", "制造商", "设备厂商"),
    MODEL("model", "型号", "设备型号", "服务器型号", "机型"),
    HEIGHT("height_u", "height", "u height", "size u", "高度", "高度u", "u高", "u数", "设备高度", "机柜高度", "占用u数"),
    IDC("idc", "data center", "data centre", "datacenter", "site", "数据中心", "idc名称"),
    ROOM("room", "machine room", "机房", "房间", "机房名称"),
    ROW("row", "列", "排", "机柜列"),
    RACK("rack", "rack name", "cabinet", "机柜", "机架", "机柜名称", "机柜编号", "机柜号", "机架号"),
    UNIT("unit", "u", "start u", "lowest unit", "rack unit", "u position", "起始u位", "起始u", "u位", "位置"),
    FACE("face", "side", "面", "安装面", "朝向", "前后"),
    OWNER("owner", "responsible", "负责人", "责任人", "管理员"),
    BMC_ADDRESS("bmc_address", "bmc", "bmc ip", "oob ip", "oob address", "ipmi ip", "bmc地址", "带外ip", "带外地址"),
    BMC_PORT("bmc_port", "oob port", "ipmi port", "bmc端口", "带外端口"),
    POWER_BUDGET("power_budget_w", "power budget", "rated power w", "功率", "额定功率", "功率预算", "额定功率w");

    private static final Map<String, Column> BY_HEADER = new HashMap<>();

    static {
        for (Column column : values()) {
            column.headers.forEach(header -> BY_HEADER.put(normal(header), column));
        }
    }

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    /** The header of this column in our own files and in messages. */
    String title() {
        return headers.getFirst();
    }

    static Optional<Column> of(String header) {
        return Optional.ofNullable(BY_HEADER.get(normal(header)));
    }

    /** The column whose title the header seems to misspell. */
    static Optional<Column> near(String header) {
        return Nearest.of(normal(header), Arrays.stream(values()).map(column -> normal(column.title())).toList())
                .map(BY_HEADER::get);
    }

    private static String normal(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
