// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

/**
 * Remembers what the schema does not allow about a call, and refuses the call if the
 * simulator is strict.
 */
final class CallGate {

	private final ApiSchema schema;

	private final SchemaCheck check;

	private final boolean strict;

	private final BoundedLog<Finding> findings;

	CallGate(ApiSchema schema, boolean local, boolean strict, BoundedLog<Finding> findings) {
		this.schema = schema;
		this.check = new SchemaCheck(schema, local);
		this.strict = strict;
		this.findings = findings;
	}

	void check(SimulatedBot bot, String name, Parameters parameters) {
		SchemaMethod method = this.schema.method(name);
		if (method == null) {
			return;
		}
		List<Finding> found = this.check.check(method, parameters)
			.stream()
			.map((problem) -> new Finding(bot.id(), name, problem.where(), problem.what()))
			.toList();
		found.forEach(this.findings::add);
		if (this.strict && !found.isEmpty()) {
			throw ApiError.badRequest(found.get(0).description());
		}
	}

}
