package org.dcos.lab.bmc;

import org.dcos.lab.plan.ServerPlan;

/**
 * What a server's FRU says; of the plan at first, and then whatever somebody wrote there.
 *
 * @param boardSerial serial number of the main board
 */
public record FruTexts(String serial, String boardSerial, String manufacturer, String model, String assetTag) {

    /** As it left the factory. */
    public static FruTexts of(ServerPlan server) {
        return new FruTexts(server.serial(), "BD%010d".formatted(server.number() * 37L),
                server.hardware().manufacturer().displayName(), server.hardware().model(), server.assetTag());
    }

    public FruTexts withSerial(String other) {
        return new FruTexts(other, boardSerial, manufacturer, model, assetTag);
    }

    public FruTexts withBoardSerial(String other) {
        return new FruTexts(serial, other, manufacturer, model, assetTag);
    }

    public FruTexts withManufacturer(String other) {
        return new FruTexts(serial, boardSerial, other, model, assetTag);
    }

    public FruTexts withModel(String other) {
        return new FruTexts(serial, boardSerial, manufacturer, other, assetTag);
    }

    public FruTexts withAssetTag(String other) {
        return new FruTexts(serial, boardSerial, manufacturer, model, other);
    }
}
