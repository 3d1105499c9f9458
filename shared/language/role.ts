/** What a member of the scheme may do: everything; read and print; or an agency's own relevant cases. */
export const roles = ['coordinator', 'manager', 'partner'] as const;
export type Role = (typeof roles)[number];

export const roleName: Readonly<Record<Role, string>> = { coordinator: 'Coordinator', manager: 'Manager', partner: 'Partner' };
