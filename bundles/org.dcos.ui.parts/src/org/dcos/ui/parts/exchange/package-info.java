/** Imports and exports of records. */
package org.dcos.ui.parts.exchange;
