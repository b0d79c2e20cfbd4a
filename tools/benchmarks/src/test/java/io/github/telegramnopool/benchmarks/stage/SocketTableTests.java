// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SocketTableTests {

	@Test
	void findsEndsThatWaitTowardsAPort() {
		List<String> table = List.of("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt",
				"   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000",
				"   1: 0100007F:A001 0100007F:1F90 06 00000000:00000000 03:00000D5F 00000000",
				"   2: 0100007F:A002 0100007F:1F90 01 00000000:00000000 00:00000000 00000000",
				"   3: 0100007F:1F90 0100007F:A003 06 00000000:00000000 03:00000D5F 00000000");
		assertThat(SocketTable.timeWait(table, 8080)).containsExactly(0xA001);
		assertThat(SocketTable.timeWait(List.of(), 8080)).isEmpty();
	}

}
