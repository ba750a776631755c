package org.dcos.ui.model.exchange;

/** A sheet of the file. @param words its name, what its rows are, and how many of them have errors */
public record SheetTab(String name, String words, int bad) {}
